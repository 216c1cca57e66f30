package dev.lodestar.processor.read;

import dev.lodestar.Matches;
import dev.lodestar.Max;
import dev.lodestar.Min;
import dev.lodestar.NotBlank;
import dev.lodestar.Size;
import dev.lodestar.processor.application.Limit;
import dev.lodestar.processor.diagnostic.Diagnostics;
import dev.lodestar.processor.diagnostic.Rule;
import dev.lodestar.processor.read.KnownAnnotation.ConstraintReader;
import dev.lodestar.processor.type.ValueType;
import dev.lodestar.processor.type.ValueType.Boxed;
import dev.lodestar.processor.type.ValueType.Many;
import dev.lodestar.processor.type.ValueType.OptionalOf;
import dev.lodestar.processor.type.ValueType.Other;
import dev.lodestar.processor.type.ValueType.Scalar;
import java.lang.annotation.Annotation;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import javax.lang.model.element.Element;

/** Reads the limits of a parameter or a component, and reports those that do not fit its type or accept no value. */
final class LimitReader {
    /** Up to here, a double holds every whole number exactly. */
    private static final BigDecimal EXACT = BigDecimal.valueOf(1L << 53);

    private final Diagnostics diagnostics;

    LimitReader(Diagnostics diagnostics) {
        this.diagnostics = diagnostics;
    }

    /** The limits of an element, without those that have a problem. */
    List<Limit> read(Element element, ValueType type) {
        return new Reading(element, inner(type)).limits();
    }

    /** Reports every limit on an element whose values cannot be limited. */
    void refuse(Element element) {
        new Reading(element, new Other("")).limits();
    }

    private static ValueType inner(ValueType type) {
        ValueType inner = type instanceof OptionalOf optional ? optional.value() : type;
        return inner instanceof Boxed boxed ? boxed.primitive() : inner;
    }

    /** The limits of one element. */
    private final class Reading implements ConstraintReader {
        private final Element element;
        private final ValueType type;
        private final List<Limit> limits = new ArrayList<>();

        Reading(Element element, ValueType type) {
            this.element = element;
            this.type = type;
        }

        List<Limit> limits() {
            AnnotationRegistry.constraints().forEach(constraint -> constraint.read(element, this));
            checkOrder();
            return limits;
        }

        @Override
        public void readNotBlank(NotBlank notBlank) {
            if (fits(type == Scalar.STRING, NotBlank.class, "text")) {
                limits.add(new Limit.NotBlank(notBlank.message()));
            }
        }

        @Override
        public void readSize(Size size) {
            boolean text = type == Scalar.STRING;
            if (!fits(text || type instanceof Many, Size.class, "text or a list")) {
                return;
            }
            if (size.min() < 0) {
                report(Size.class, "min", "A size cannot be negative. Write a min of 0 or more.");
            } else if (size.max() < size.min()) {
                report(
                        Size.class,
                        "max",
                        "@Size(min = " + size.min() + ", max = " + size.max() + ") accepts no value. Write a max of at"
                                + " least the min.");
            } else if (size.min() == 0 && size.max() == Integer.MAX_VALUE) {
                report(Size.class, "", "@Size without a min or a max accepts every value. Write @Size(max = ...).");
            } else {
                limits.add(new Limit.Size(size.min(), size.max(), text, size.message()));
            }
        }

        @Override
        public void readMin(Min min) {
            if (isBound(Min.class, min.value())) {
                limits.add(new Limit.Min(plain(min.value()), min.message()));
            }
        }

        @Override
        public void readMax(Max max) {
            if (isBound(Max.class, max.value())) {
                limits.add(new Limit.Max(plain(max.value()), max.message()));
            }
        }

        private void checkOrder() {
            Min min = element.getAnnotation(Min.class);
            Max max = element.getAnnotation(Max.class);
            boolean both = min != null && max != null && Double.isFinite(min.value()) && Double.isFinite(max.value());
            if (both && min.value() > max.value()) {
                report(
                        Min.class,
                        "value",
                        "@Min(" + plain(min.value()) + ") is greater than @Max(" + plain(max.value())
                                + "), so no value is accepted. Swap them, or correct one of them.");
            }
        }

        private boolean isBound(Class<? extends Annotation> annotation, double value) {
            boolean whole = type == Scalar.INT || type == Scalar.LONG;
            if (!fits(whole || type == Scalar.DOUBLE || isDecimal(), annotation, "a number")) {
                return false;
            }
            if (!Double.isFinite(value)) {
                report(annotation, "value", "@" + annotation.getSimpleName() + " must be a finite number.");
                return false;
            }
            BigDecimal bound = plain(value);
            if (whole && (bound.scale() > 0 || bound.abs().compareTo(EXACT) > 0)) {
                report(
                        annotation,
                        "value",
                        "@" + annotation.getSimpleName() + "(" + bound.toPlainString()
                                + ") limits a whole number. Write a whole number from -2^53 to 2^53, which a double"
                                + " holds exactly.");
                return false;
            }
            return true;
        }

        private boolean isDecimal() {
            return type instanceof Other other && other.name().equals(BindableTypes.DECIMAL);
        }

        @Override
        public void readMatches(Matches matches) {
            if (!fits(type == Scalar.STRING, Matches.class, "text")) {
                return;
            }
            try {
                Pattern.compile(matches.value());
                limits.add(new Limit.Matches(matches.value(), matches.message()));
            } catch (PatternSyntaxException e) {
                report(
                        Matches.class,
                        "value",
                        "@Matches(\"" + e.getPattern() + "\") is not a regular expression: " + e.getDescription()
                                + (e.getIndex() < 0 ? "" : " near character " + (e.getIndex() + 1)) + ".");
            }
        }

        private boolean fits(boolean right, Class<? extends Annotation> annotation, String what) {
            if (!right) {
                report(
                        annotation,
                        "",
                        "@" + annotation.getSimpleName() + " limits " + what
                                + ", or an Optional of it, that is read from a request, but '"
                                + element.getSimpleName() + "' is something else. Remove it.");
            }
            return right;
        }

        private void report(Class<? extends Annotation> annotation, String value, String message) {
            diagnostics.error(ElementOrigin.of(element, annotation, value), Rule.LIMIT, message);
        }
    }

    // As a person would write the number: 1, not 1.0.
    private static BigDecimal plain(double value) {
        BigDecimal exact = BigDecimal.valueOf(value).stripTrailingZeros();
        return exact.scale() < 0 ? exact.setScale(0) : exact;
    }
}
