package dev.lodestar.processor.code;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeSpec;
import dev.lodestar.processor.application.Application.TemplateRecord;
import java.util.List;
import javax.lang.model.element.Modifier;

/** Writes {@code Templates}, with which the application's own code turns a template record into HTML. */
final class TemplatesWriter {
    private static final ClassName HTML = ClassName.get("dev.lodestar", "Html");

    private TemplatesWriter() {}

    static TypeSpec write(List<TemplateRecord> records, RecordClassNames renderers) {
        TypeSpec.Builder type = TypeSpec.classBuilder("Templates")
                .addJavadoc("Renders the application's templates for replies, and for use in other templates.")
                .addModifiers(Modifier.FINAL)
                .addMethod(MethodSpec.constructorBuilder()
                        .addModifiers(Modifier.PRIVATE)
                        .build());
        for (TemplateRecord record : records) {
            type.addMethod(MethodSpec.methodBuilder("html")
                    .addJavadoc("Renders {@code $L}.", record.template())
                    .addModifiers(Modifier.STATIC)
                    .returns(HTML)
                    .addParameter(record.name(), "page")
                    .addStatement("$1T out = new $1T()", RuntimeTypes.HTML_OUTPUT)
                    .addStatement("$T.render(page, out)", renderers.of(record.name()))
                    .addStatement("return out.toHtml()")
                    .build());
        }
        return type.build();
    }
}
