package dev.lodestar.processor.asset.link;

import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds the images and parts that an SVG file takes from other files: {@code href} and {@code xlink:href} of everything
 * but links for people.
 */
final class SvgLinks {
    private static final Pattern MARKUP = Pattern.compile(
            "<!--.*?-->|<!\\[CDATA\\[.*?]]>|<([A-Za-z][\\w:.-]*+)((?:[^>\"']++|\"[^\"]*+\"|'[^']*+')*+)>",
            Pattern.DOTALL);
    private static final Pattern ATTRIBUTE = Pattern.compile("([\\w:.-]++)\\s*=\\s*(?:\"([^\"]*+)\"|'([^']*+)')");
    private static final Set<String> REFERENCES = Set.of("href", "xlink:href");

    private final String text;

    SvgLinks(String text) {
        this.text = text;
    }

    List<Link> find() {
        FoundLinks links = new FoundLinks(text, escaped -> escaped.replace("&amp;", "&"));
        Matcher tag = MARKUP.matcher(text);
        while (tag.find()) {
            if (tag.group(1) != null && !tag.group(1).equals("a")) {
                Matcher attribute = ATTRIBUTE.matcher(text).region(tag.start(2), tag.end(2));
                while (attribute.find()) {
                    if (REFERENCES.contains(attribute.group(1))) {
                        int value = attribute.group(2) != null ? 2 : 3;
                        links.addUrl(attribute.start(value), attribute.end(value));
                    }
                }
            }
        }
        return links.all();
    }
}
