package dev.lodestar.runtime.failure;

import dev.lodestar.runtime.html.HtmlOutput;
import dev.lodestar.text.Sha256;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/** The page that a person sees in place of the one they asked for. It loads nothing. */
public final class ErrorPage {
    private static final String STYLE = """
            :root{color-scheme:light dark;font:1rem/1.5 system-ui,sans-serif}\
            body{max-width:60rem;margin:12vh auto;padding:0 1.5rem;overflow-wrap:anywhere}\
            h1{font-size:3.5rem;line-height:1;margin:0 0 .5rem;font-weight:300}\
            p{margin:0 0 1rem;max-width:36rem}\
            .id{opacity:.65;font-size:.875rem}""" + Report.STYLE;

    /** The page's Content-Security-Policy: no scripts, and no style but its own. */
    public static final String POLICY = "default-src 'none'; style-src 'sha256-"
            + Base64.getEncoder().encodeToString(Sha256.of(STYLE))
            + "'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    private static final byte[] BEGIN =
            HtmlOutput.utf8("<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
                    + "<meta name=\"viewport\" content=\"width=device-width\">\n<title>");
    private static final byte[] HEAD = HtmlOutput.utf8("</title>\n<style>" + STYLE + "</style>\n</head>\n<body>\n<h1>");
    private static final byte[] SENTENCE = HtmlOutput.utf8("</h1>\n<p>");
    private static final byte[] ID = HtmlOutput.utf8("</p>\n<p class=\"id\">Request ");
    private static final byte[] REPORT = HtmlOutput.utf8("</p>\n");
    private static final byte[] END = HtmlOutput.utf8("</body>\n</html>\n");

    private ErrorPage() {}

    /**
     * Renders the page.
     *
     * @param sentence what is wrong, for anyone to read
     * @param id the request's id
     * @param report more for developers of the application; null for everybody else
     * @return the page, in UTF-8
     */
    public static byte[] of(int status, String sentence, String id, @Nullable Report report) {
        HtmlOutput out = new HtmlOutput();
        out.raw(BEGIN);
        out.text(status);
        out.raw(HEAD);
        out.text(status);
        out.raw(SENTENCE);
        out.text(sentence);
        out.raw(ID);
        out.text(id);
        out.raw(REPORT);
        if (report != null) {
            report.write(out);
        }
        out.raw(END);
        return out.toByteArray();
    }
}
