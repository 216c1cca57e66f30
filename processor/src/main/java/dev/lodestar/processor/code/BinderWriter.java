package dev.lodestar.processor.code;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeSpec;
import dev.lodestar.processor.application.BoundRecord;
import dev.lodestar.processor.application.Field;
import java.util.Set;
import javax.lang.model.element.Modifier;

/** Writes the class that binds a record from the signals of a request. */
final class BinderWriter {
    private static final String BINDING = "signals";

    private final RecordClassNames binders;
    private final FieldReading reading;

    BinderWriter(RecordClassNames binders) {
        this.binders = binders;
        this.reading = new FieldReading(binders);
    }

    TypeSpec write(BoundRecord record) {
        LimitWriter limits = new LimitWriter();
        MethodSpec bind = MethodSpec.methodBuilder("bind")
                .addModifiers(Modifier.STATIC)
                .returns(record.name())
                .addParameter(FieldReading.FIELDS, "fields")
                .addCode(body(record, limits))
                .build();
        return TypeSpec.classBuilder(binders.of(record.name()))
                .addJavadoc("Reads a {@link $T} from the signals of a request.", record.name())
                .addModifiers(Modifier.FINAL)
                .addFields(limits.constants())
                .addMethod(MethodSpec.constructorBuilder()
                        .addModifiers(Modifier.PRIVATE)
                        .build())
                .addMethod(bind)
                .build();
    }

    private CodeBlock body(BoundRecord record, LimitWriter limits) {
        FieldVariables variables = new FieldVariables(Set.of("fields", BINDING));
        CodeBlock.Builder read =
                CodeBlock.builder().addStatement("var $N = $T.of(fields)", BINDING, RuntimeTypes.BINDING);
        CodeBlock.Builder check = CodeBlock.builder();
        CodeBlock.Builder arguments = CodeBlock.builder();
        for (Field field : record.fields()) {
            String variable = variables.of(field.variable());
            read.add(limits.beforeReading(field, BINDING))
                    .addStatement("var $N = $L", variable, reading.read(BINDING, field));
            check.add(limits.afterReading(field, variable, BINDING));
            arguments.add(arguments.isEmpty() ? "$N" : ", $N", variable);
        }
        return read.add(check.build())
                .addStatement("return $N.make(() -> new $T($L))", BINDING, record.name(), arguments.build())
                .build();
    }
}
