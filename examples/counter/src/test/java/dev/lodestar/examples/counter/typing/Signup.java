package dev.lodestar.examples.counter.typing;

import dev.lodestar.Action;
import dev.lodestar.Max;
import dev.lodestar.Min;
import dev.lodestar.NotBlank;
import dev.lodestar.Reply;
import dev.lodestar.Size;
import dev.lodestar.Template;
import dev.lodestar.View;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/** A form that reports what is wrong with it. */
final class Signup {
    private final List<String> accepted = new CopyOnWriteArrayList<>();

    @View("/signup")
    SignupPage page() {
        return new SignupPage(accepted);
    }

    @Action("signup/send")
    Reply send(Form form) {
        accepted.add(form.name() + " " + form.age() + " " + form.day() + " " + form.news());
        return Reply.signal("name", "");
    }

    record Form(
            @NotBlank @Size(max = 20, message = "<b id=\"run\">A name</b> has at most 20 characters.")
            String name,

            @Min(18) @Max(120) Optional<Integer> age,
            Optional<LocalDate> day,
            boolean news) {}

    @Template("signup.mustache")
    record SignupPage(List<String> accepted) {}
}
