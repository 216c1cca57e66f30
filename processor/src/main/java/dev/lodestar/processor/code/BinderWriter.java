package dev.lodestar.processor.code;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeSpec;
import dev.lodestar.processor.type.RecordType;
import javax.lang.model.element.Modifier;

/** Writes the class that makes a record from the signals of a request. */
final class BinderWriter {
    private final RecordClassNames binders;
    private final FieldReading reading;

    BinderWriter(RecordClassNames binders) {
        this.binders = binders;
        this.reading = new FieldReading(binders);
    }

    TypeSpec write(RecordType record) {
        CodeBlock arguments = record.components().stream()
                .map(component ->
                        reading.read(CodeBlock.of("fields"), CodeBlock.of("$S", component.name()), component.type()))
                .collect(CodeBlock.joining(",\n"));
        return TypeSpec.classBuilder(binders.of(record.name()))
                .addJavadoc("Reads a {@link $T} from the signals of a request.", record.name())
                .addModifiers(Modifier.FINAL)
                .addMethod(MethodSpec.constructorBuilder()
                        .addModifiers(Modifier.PRIVATE)
                        .build())
                .addMethod(MethodSpec.methodBuilder("bind")
                        .addModifiers(Modifier.STATIC)
                        .returns(record.name())
                        .addParameter(FieldReading.FIELDS, "fields")
                        .addCode("return new $T(\n$>$>$L$<$<);\n", record.name(), arguments)
                        .build())
                .build();
    }
}
