package dev.lodestar.runtime.signal;

import dev.lodestar.BadInput;
import dev.lodestar.Fields;
import dev.lodestar.Upload;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * What a form sent.
 *
 * @param fields what was typed and chosen
 * @param files by the names of their fields; unmodifiable
 */
public record Form(Fields fields, Map<String, List<Upload>> files) {
    /** So many fields and files a form may have. */
    static final int MOST = 1_000;

    /**
     * Reads the body of a request if it is a form: if its content type says so. The type is also the one that command-line
     * tools give to any text, so JSON of that type is left alone; no name of a field can look like it, since its brace would be
     * percent-encoded.
     *
     * @param type the content type
     * @param body the body
     * @return the form, or null if the body is none
     * @throws BadInput if it is not well-formed
     */
    public static @Nullable Form read(ContentType type, byte[] body) {
        Draft draft = new Draft();
        if (type.isMultipart()) {
            if (body.length > 0) {
                Multipart.read(body, type.boundary(), draft::part);
            }
        } else if (type.isUrlEncoded() && !InputFields.beginsAsJson(body)) {
            Pairs.read(new String(body, StandardCharsets.ISO_8859_1), "The form", draft::field);
        } else {
            return null;
        }
        return draft.done();
    }

    /** About how many bytes it takes, not counting the characters of its texts and the bytes of its files. */
    public long size() {
        FormFields all = (FormFields) fields;
        int texts = all.values().values().stream().mapToInt(List::size).sum();
        int uploads = files.values().stream().mapToInt(List::size).sum();
        return 192L * all.known().size() + 64L * texts + 128L * uploads;
    }

    /** A form that is being read. */
    private static final class Draft {
        private final NavigableMap<String, List<String>> values = new TreeMap<>();
        private final Map<String, List<Upload>> files = new HashMap<>();
        private final Set<String> names = ConcurrentHashMap.newKeySet();
        private int count;

        void part(PartHead head, byte[] content) {
            String fileName = head.fileName();
            if (fileName == null) {
                field(head.name(), PercentText.utf8(content, "The form"));
            } else {
                named(head.name());
                // What a browser sends of a field in which no file was chosen.
                if (!fileName.isEmpty() || content.length > 0) {
                    files.computeIfAbsent(head.name(), n -> new ArrayList<>(1))
                            .add(new Upload(FileName.of(fileName), head.contentType(), content));
                }
            }
        }

        // Signals have \n for a line break, and maxlength counts one character; forms are sent with \r\n.
        void field(String name, String value) {
            named(name);
            values.computeIfAbsent(name, n -> new ArrayList<>(1)).add(value.replace("\r\n", "\n"));
        }

        private void named(String name) {
            names.add(name);
            if (++count > MOST) {
                throw new BadInput("A form must have at most " + MOST + " fields.");
            }
        }

        Form done() {
            files.replaceAll((name, all) -> List.copyOf(all));
            return new Form(new FormFields(values, names, "", "", new Steps()), Map.copyOf(files));
        }
    }
}
