package dev.lodestar.processor.template.write;

import com.palantir.javapoet.CodeBlock;
import dev.lodestar.processor.template.place.Escaping;
import dev.lodestar.processor.template.step.Let;
import dev.lodestar.processor.template.step.RenderMethod;
import dev.lodestar.processor.template.step.Step;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Writes the steps of one block as Java statements. */
final class MethodWriter implements Step.Visitor<Void> {
    private final CodeBlock.Builder code;
    private final LocalNames names;
    private final JavaExpressions expressions;
    private final Constants constants;
    private final UsedLocals locals;
    private final Map<RenderMethod, String> methodNames;

    MethodWriter(
            CodeBlock.Builder code,
            LocalNames names,
            Constants constants,
            UsedLocals locals,
            Map<RenderMethod, String> methodNames) {
        this.code = code;
        this.names = names;
        this.expressions = new JavaExpressions(names, constants);
        this.constants = constants;
        this.locals = locals;
        this.methodNames = methodNames;
    }

    void all(List<Step> steps) {
        steps.forEach(step -> step.accept(this));
    }

    @Override
    public Void text(Step.Text text) {
        for (String name : constants.names(text.text())) {
            code.addStatement("$L.raw($L)", LocalNames.OUT, name);
        }
        return null;
    }

    @Override
    public Void begin(Step.Begin begin) {
        code.addStatement("$L.begin($L)", LocalNames.OUT, constants.name(begin));
        return null;
    }

    @Override
    public Void mark(Step.Mark mark) {
        code.addStatement("$L.$L()", LocalNames.OUT, mark == Step.Mark.ID ? "id" : "end");
        return null;
    }

    @Override
    public Void write(Step.Write write) {
        code.addStatement(
                "$L.$L($L)",
                LocalNames.OUT,
                method(write.escaping()),
                expressions.argument(write.value(), write.escaping()));
        return null;
    }

    private static String method(Escaping escaping) {
        return switch (escaping) {
            case CONTENT -> "html";
            case TEXT -> "text";
            case URL -> "url";
            case LISTED_URL -> "listedUrl";
            case STYLE -> "style";
            case QUERY, PARAMETER -> "query";
            case LITERAL, NAME, SETTING -> "literal";
            case LITERAL_TEXT -> "literalText";
            case DATA -> "data";
            case DATA_TEXT -> "dataText";
        };
    }

    @Override
    public Void choice(Step.Choice choice) {
        if (choice.then().isEmpty() && choice.otherwise().isEmpty()) {
            return null;
        }
        for (Let let : choice.lets()) {
            // The value first, since the local is not in scope in it.
            String value = expressions.nullable(let.value());
            code.addStatement("$T $L = $L", JavaTypes.of(let.local().type()).box(), names.declare(let.local()), value);
        }
        code.beginControlFlow("if ($L)", expressions.condition(choice.condition()));
        inner().all(choice.then());
        if (!choice.otherwise().isEmpty()) {
            code.nextControlFlow("else");
            inner().all(choice.otherwise());
        }
        code.endControlFlow();
        return null;
    }

    @Override
    public Void each(Step.Each each) {
        if (each.body().isEmpty()) {
            return null;
        }
        LoopWriter loop = new LoopWriter(each, expressions.read(each.values()), locals.free(each.body()), code, names);
        inner(loop.begin()).all(each.body());
        loop.end();
        return null;
    }

    @Override
    public Void call(Step.Call call) {
        String arguments = Stream.concat(locals.arguments(call).stream().map(names::get), Stream.of(LocalNames.OUT))
                .collect(Collectors.joining(", "));
        code.addStatement("$L($L)", methodNames.get(call.method()), arguments);
        return null;
    }

    private MethodWriter inner() {
        return inner(names.inner());
    }

    private MethodWriter inner(LocalNames inside) {
        return new MethodWriter(code, inside, constants, locals, methodNames);
    }
}
