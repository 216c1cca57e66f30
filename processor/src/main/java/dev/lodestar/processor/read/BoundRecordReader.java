package dev.lodestar.processor.read;

import com.palantir.javapoet.ClassName;
import dev.lodestar.Signal;
import dev.lodestar.processor.application.BoundRecord;
import dev.lodestar.processor.application.Field;
import dev.lodestar.processor.type.RecordType;
import dev.lodestar.processor.type.ValueType;
import dev.lodestar.processor.type.ValueType.Many;
import dev.lodestar.processor.type.ValueType.OptionalOf;
import dev.lodestar.processor.type.ValueType.RecordOf;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.lang.model.element.RecordComponentElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;

/** Collects the records that are bound from signals, with the names and the limits of their components. */
final class BoundRecordReader {
    private final TypeReader types;
    private final LimitReader limits;
    private final Elements elements;
    private final Map<ClassName, BoundRecord> records = new TreeMap<>();

    BoundRecordReader(TypeReader types, LimitReader limits, Elements elements) {
        this.types = types;
        this.limits = limits;
        this.elements = elements;
    }

    /** The records read so far, in order of their names. */
    List<BoundRecord> records() {
        return List.copyOf(records.values());
    }

    /** Reads the records that a bindable type contains. */
    void read(ValueType type) {
        if (type instanceof OptionalOf optional) {
            read(optional.value());
        } else if (type instanceof Many many) {
            read(many.element());
        } else if (type instanceof RecordOf record && !records.containsKey(record.name())) {
            read(record.name());
        }
    }

    private void read(ClassName name) {
        // A record may contain itself, so it must be known before its components are read.
        records.put(name, new BoundRecord(name, List.of()));
        TypeElement element = elements.getTypeElement(name.canonicalName());
        RecordType type = types.records().get(name);
        records.put(
                name,
                new BoundRecord(
                        name,
                        ElementFilter.recordComponentsIn(element.getEnclosedElements()).stream()
                                .map(component -> field(component, type))
                                .toList()));
        type.components().forEach(component -> read(component.type()));
    }

    private Field field(RecordComponentElement component, RecordType record) {
        String variable = component.getSimpleName().toString();
        Signal signal = component.getAnnotation(Signal.class);
        ValueType type = record.component(variable).orElseThrow().type();
        return new Field(
                variable,
                signal == null || signal.value().isEmpty() ? variable : signal.value(),
                type,
                limits.read(component, type));
    }
}
