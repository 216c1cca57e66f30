package dev.lodestar.runtime.failure;

import dev.lodestar.Html;
import dev.lodestar.runtime.html.HtmlOutput;

/** An element that tells in a view's page that something went wrong. It has an id, so there is one at a time. */
public final class FailureNotice {
    /** The id of the element. */
    public static final String ID = "lodestar-failure";

    /** All that everybody may know about a failure. */
    public static final String SENTENCE = "Something went wrong on the server.";

    private static final byte[] PLAIN = HtmlOutput.utf8("<section id=\"" + ID + "\" role=\"alert\"><p>");
    private static final byte[] REQUEST = HtmlOutput.utf8("</p><p><small>Request ");
    private static final byte[] PLAIN_END = HtmlOutput.utf8("</small></p></section>\n");

    private static final String STYLE = "#" + ID + """
            {position:fixed;z-index:2147483647;inset:auto 0 0;max-height:70vh;overflow:auto;padding:.75rem 1rem;\
            box-sizing:border-box;border-top:3px solid #c22;font:14px/1.5 system-ui,sans-serif;text-align:left;\
            overflow-wrap:anywhere;color-scheme:light dark;background:Canvas;color:CanvasText}\
            #""" + ID + ">summary{cursor:pointer;font-weight:600}";

    private static final byte[] OVERLAY = HtmlOutput.utf8(
            "<details open id=\"" + ID + "\" role=\"alert\"><style>" + STYLE + Report.STYLE + "</style><summary>");
    private static final byte[] OVERLAY_REPORT = HtmlOutput.utf8("</summary>");
    private static final byte[] OVERLAY_END = HtmlOutput.utf8("</details>\n");

    private FailureNotice() {}

    /** For everybody, where nothing else can be shown. */
    public static Html of(String id) {
        HtmlOutput out = new HtmlOutput();
        out.raw(PLAIN);
        out.text(SENTENCE);
        out.raw(REQUEST);
        out.text(id);
        out.raw(PLAIN_END);
        return out.toHtml();
    }

    /**
     * For developers of the application, over the lower part of the page.
     *
     * @param title what failed
     */
    public static Html of(String title, String id, Report report) {
        HtmlOutput out = new HtmlOutput();
        out.raw(OVERLAY);
        out.text(title + " Request " + id);
        out.raw(OVERLAY_REPORT);
        report.write(out);
        out.raw(OVERLAY_END);
        return out.toHtml();
    }
}
