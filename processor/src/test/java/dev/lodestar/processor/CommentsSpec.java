package dev.lodestar.processor;

import java.util.List;

/** The specification's cases of comments. */
final class CommentsSpec {
    private CommentsSpec() {}

    static final List<SpecCase> CASES = List.of(
            spec("Inline").template("ab{{! why? }}cd").gives("abcd"),
            spec("Multiline").template("ab{{!\n why\n not?\n}}cd\n").gives("abcd\n"),
            spec("Standalone").template("a\n{{! why? }}\nb\n").gives("a\nb\n"),
            spec("Indented Standalone").template("a\n\t{{! why? }}\nb\n").gives("a\nb\n"),
            spec("Standalone Line Endings").template("a\r\n{{! why? }}\r\nb").gives("a\r\nb"),
            spec("Standalone Without Previous Line")
                    .template("\t{{! why? }}\nb")
                    .gives("b"),
            spec("Standalone Without Newline").template("a\n\t{{! why? }}").gives("a\n"),
            spec("Multiline Standalone").template("a\n{{!\nwhy?\n}}\nb\n").gives("a\nb\n"),
            spec("Indented Multiline Standalone")
                    .template("a\n\t{{!\n\t\twhy?\n\t}}\nb\n")
                    .gives("a\nb\n"),
            spec("Indented Inline").template("\tab {{! why? }}\n").gives("\tab \n"),
            spec("Surrounding Whitespace").template("ab {{! why? }} cd").gives("ab  cd"),
            spec("Variable Name Collision")
                    .page("int why", "1")
                    .template("[{{! why }}{{!why}}]")
                    .gives("[]"));

    private static SpecCase spec(String name) {
        return SpecCase.of("comments", name);
    }
}
