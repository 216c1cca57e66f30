package dev.lodestar.processor.read;

import dev.lodestar.Format;
import dev.lodestar.Matches;
import dev.lodestar.Max;
import dev.lodestar.Min;
import dev.lodestar.NotBlank;
import dev.lodestar.Size;
import dev.lodestar.processor.application.Argument;
import dev.lodestar.processor.type.ValueType;
import java.lang.annotation.Annotation;
import java.lang.annotation.Target;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.stream.Stream;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.RecordComponentElement;
import javax.lang.model.element.VariableElement;

/**
 * An annotation of the API and what reads it; all of them are in {@link AnnotationRegistry}. Its kind decides what
 * reports an annotation on an element where it would have no effect.
 *
 * @param <A> the annotation's type
 */
sealed interface KnownAnnotation<A extends Annotation> {
    Class<A> type();

    /**
     * Whether the annotation can be on elements of a kind. Where it cannot, the compiler says so, but only after
     * processing.
     */
    default boolean fits(ElementKind kind) {
        return Stream.of(type().getAnnotation(Target.class).value()).anyMatch(target -> switch (target) {
            case TYPE -> kind.isClass() || kind.isInterface();
            case METHOD -> kind == ElementKind.METHOD;
            case PARAMETER -> kind == ElementKind.PARAMETER;
            case RECORD_COMPONENT -> kind == ElementKind.RECORD_COMPONENT;
            default -> false;
        });
    }

    /** Whether an element has the annotation. */
    default boolean isOn(Element element) {
        return element.getAnnotation(type()) != null;
    }

    /** An annotation that makes its element part of the application. The reader sees each one and reports misuse. */
    sealed interface Declaration<A extends Annotation> extends KnownAnnotation<A> {
        BiConsumer<DeclarationReader, Element> reader();
    }

    /** The application itself, or an object or a record that it uses. */
    record Resource<A extends Annotation>(Class<A> type, BiConsumer<DeclarationReader, Element> reader)
            implements Declaration<A> {}

    /**
     * A method that the server calls.
     *
     * @param kind what the method is, for messages: {@code view}
     * @param methodOfClass the name of the method that the annotation stands for on a class; empty if it does not go on
     *     classes
     */
    record Handler<A extends Annotation>(
            Class<A> type, String kind, String methodOfClass, BiConsumer<DeclarationReader, Element> reader)
            implements Declaration<A> {}

    /**
     * An annotation of a value that a request carries. On a parameter, it has an effect only where a request calls the
     * method; {@link MisplacedAnnotations} reports all others.
     */
    sealed interface OfRequestValue<A extends Annotation> extends KnownAnnotation<A> {}

    /**
     * It says which part of the request a parameter takes its value from.
     *
     * @param name the annotation's value: the name in the request, or empty for the parameter's own
     */
    record Source<A extends Annotation>(Class<A> type, Function<A, String> name, SourceReader reader)
            implements OfRequestValue<A> {
        /** The name that the annotation gives a parameter; empty if it leaves that to the parameter. */
        String nameOn(VariableElement parameter) {
            return name.apply(parameter.getAnnotation(type));
        }
    }

    /** It limits the values that are accepted. */
    record Constraint<A extends Annotation>(Class<A> type, BiConsumer<ConstraintReader, A> reader)
            implements OfRequestValue<A> {
        /** Hands the annotation to the reader if an element has it. */
        void read(Element element, ConstraintReader to) {
            A annotation = element.getAnnotation(type);
            if (annotation != null) {
                reader.accept(to, annotation);
            }
        }
    }

    /** It says how templates show a record's component. The reader reports one on a type that it does not fit. */
    record Presentation<A extends Annotation>(Class<A> type, PresentationReader<A> reader)
            implements KnownAnnotation<A> {
        /** The type of a component with what the annotation, if it has one, says about it. */
        ValueType read(RecordComponentElement component, ValueType plain, ComponentReader by) {
            A annotation = component.getAnnotation(type);
            return annotation == null ? plain : reader.read(by, component, annotation, plain);
        }
    }

    /** Reads declarations: a method for each annotation, which reports what is wrong with the element. */
    interface DeclarationReader {
        void readApp(Element element);

        void readTemplate(Element element);

        void readProvides(Element element);

        void readView(Element element);

        void readAction(Element element);

        void readEvery(Element element);

        void readConnected(Element element);

        void readDisconnected(Element element);
    }

    /** Reads constraints: a method for each annotation, which reports one that does not fit the value. */
    interface ConstraintReader {
        void readNotBlank(NotBlank notBlank);

        void readSize(Size size);

        void readMin(Min min);

        void readMax(Max max);

        void readMatches(Matches matches);
    }

    /** Reads what a parameter takes from a request; empty if there was a problem, which is reported. */
    @FunctionalInterface
    interface SourceReader {
        Optional<Argument> read(ArgumentSources by, VariableElement parameter, String name, ValueType type);
    }

    /** Reads parameters: a method for each part of a request. */
    interface ArgumentSources {
        Optional<Argument> fromQuery(VariableElement parameter, String name, ValueType type);

        Optional<Argument> fromSignal(VariableElement parameter, String name, ValueType type);
    }

    /** Reads one annotation of a record's component. */
    @FunctionalInterface
    interface PresentationReader<A extends Annotation> {
        ValueType read(ComponentReader by, RecordComponentElement component, A annotation, ValueType plain);
    }

    /** Reads components: a method for each annotation of them. */
    interface ComponentReader {
        ValueType readFormat(RecordComponentElement component, Format format, ValueType plain);
    }
}
