package dev.lodestar.processor.code;

import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeSpec;
import java.util.Collection;
import javax.lang.model.element.Modifier;

/** Writes a class that holds nothing but paths. */
final class ConstantsWriter {
    private ConstantsWriter() {}

    /**
     * One constant.
     *
     * @param meaning what it is the path of, for its Javadoc
     */
    record Constant(String name, String path, String meaning) {}

    static TypeSpec write(String className, String purpose, Collection<Constant> constants, Modifier... modifiers) {
        TypeSpec.Builder type = TypeSpec.classBuilder(className)
                .addJavadoc("$L", purpose)
                .addModifiers(modifiers)
                .addModifiers(Modifier.FINAL);
        for (Constant constant : constants) {
            type.addField(FieldSpec.builder(String.class, constant.name())
                    .addJavadoc("$L", constant.meaning())
                    .addModifiers(modifiers)
                    .addModifiers(Modifier.STATIC, Modifier.FINAL)
                    .initializer("$S", constant.path())
                    .build());
        }
        return type.addMethod(MethodSpec.constructorBuilder()
                        .addModifiers(Modifier.PRIVATE)
                        .build())
                .build();
    }
}
