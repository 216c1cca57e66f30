package dev.lodestar.processor.read;

import dev.lodestar.Action;
import dev.lodestar.App;
import dev.lodestar.Connected;
import dev.lodestar.Disconnected;
import dev.lodestar.Every;
import dev.lodestar.Format;
import dev.lodestar.Matches;
import dev.lodestar.Max;
import dev.lodestar.Min;
import dev.lodestar.NotBlank;
import dev.lodestar.Provides;
import dev.lodestar.Query;
import dev.lodestar.Signal;
import dev.lodestar.Size;
import dev.lodestar.Template;
import dev.lodestar.View;
import dev.lodestar.processor.read.KnownAnnotation.ArgumentSources;
import dev.lodestar.processor.read.KnownAnnotation.ComponentReader;
import dev.lodestar.processor.read.KnownAnnotation.Constraint;
import dev.lodestar.processor.read.KnownAnnotation.ConstraintReader;
import dev.lodestar.processor.read.KnownAnnotation.DeclarationReader;
import dev.lodestar.processor.read.KnownAnnotation.Handler;
import dev.lodestar.processor.read.KnownAnnotation.OfRequestValue;
import dev.lodestar.processor.read.KnownAnnotation.Presentation;
import dev.lodestar.processor.read.KnownAnnotation.Resource;
import dev.lodestar.processor.read.KnownAnnotation.Source;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The annotations of the API. This is the only list of them: what the compiler calls the processor for, what is
 * collected from the sources, what is read and what is checked for being misplaced all follow from it. A test compares
 * it with the API, and asks for a misplaced example of each.
 */
public final class AnnotationRegistry {
    static final Handler<View> VIEW = new Handler<>(View.class, "view", "render", DeclarationReader::readView);
    static final Handler<Action> ACTION =
            new Handler<>(Action.class, "action", "handle", DeclarationReader::readAction);
    static final Handler<Every> EVERY = new Handler<>(Every.class, "clock", "", DeclarationReader::readEvery);
    static final Handler<Connected> CONNECTED =
            new Handler<>(Connected.class, "callback", "", DeclarationReader::readConnected);
    static final Handler<Disconnected> DISCONNECTED =
            new Handler<>(Disconnected.class, "callback", "", DeclarationReader::readDisconnected);

    /** In the order in which those on one element are read. */
    static final List<KnownAnnotation<?>> ALL = List.of(
            new Resource<>(App.class, DeclarationReader::readApp),
            new Resource<>(Template.class, DeclarationReader::readTemplate),
            new Resource<>(Provides.class, DeclarationReader::readProvides),
            VIEW,
            ACTION,
            EVERY,
            CONNECTED,
            DISCONNECTED,
            new Source<>(Query.class, Query::value, ArgumentSources::fromQuery),
            new Source<>(Signal.class, Signal::value, ArgumentSources::fromSignal),
            new Constraint<>(NotBlank.class, ConstraintReader::readNotBlank),
            new Constraint<>(Size.class, ConstraintReader::readSize),
            new Constraint<>(Min.class, ConstraintReader::readMin),
            new Constraint<>(Max.class, ConstraintReader::readMax),
            new Constraint<>(Matches.class, ConstraintReader::readMatches),
            new Presentation<>(Format.class, ComponentReader::readFormat));

    private AnnotationRegistry() {}

    /** The qualified names of all annotations. */
    public static Set<String> names() {
        return ALL.stream()
                .map(annotation -> annotation.type().getCanonicalName())
                .collect(Collectors.toUnmodifiableSet());
    }

    static Stream<Resource<?>> resources() {
        return ALL.stream().filter(Resource.class::isInstance).map(a -> (Resource<?>) a);
    }

    static Stream<Handler<?>> handlers() {
        return ALL.stream().filter(Handler.class::isInstance).map(a -> (Handler<?>) a);
    }

    static Stream<OfRequestValue<?>> ofRequestValues() {
        return ALL.stream().filter(OfRequestValue.class::isInstance).map(a -> (OfRequestValue<?>) a);
    }

    static Stream<Source<?>> sources() {
        return ALL.stream().filter(Source.class::isInstance).map(a -> (Source<?>) a);
    }

    static Stream<Constraint<?>> constraints() {
        return ALL.stream().filter(Constraint.class::isInstance).map(a -> (Constraint<?>) a);
    }

    static Stream<Presentation<?>> presentations() {
        return ALL.stream().filter(Presentation.class::isInstance).map(a -> (Presentation<?>) a);
    }
}
