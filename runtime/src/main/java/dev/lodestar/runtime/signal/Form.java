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
 * The content of a form.
 *
 * @param fields the fields that were filled in
 * @param files the files, by the names of their fields; unmodifiable
 */
public record Form(Fields fields, Map<String, List<Upload>> files) {
    /** The greatest number of fields and files. */
    static final int MOST = 1_000;

    /**
     * Reads the body of a request if its content type says that it is a form. Command-line tools give that type to any
     * text, so JSON of that type is left alone; no field name can look like JSON, since its brace would be
     * percent-encoded.
     *
     * @param type the content type
     * @param body the body
     * @return the form, or null if the body is not a form
     * @throws BadInput if it is malformed
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

    /** The approximate size in bytes, not counting the characters of its texts and the bytes of its files. */
    public long size() {
        FormFields all = (FormFields) fields;
        int texts = all.values().values().stream().mapToInt(List::size).sum();
        int uploads = files.values().stream().mapToInt(List::size).sum();
        return 192L * all.known().size() + 64L * texts + 128L * uploads;
    }

    /** A form while it is being read. */
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
                // Browsers send this for a field without a chosen file.
                if (!fileName.isEmpty() || content.length > 0) {
                    files.computeIfAbsent(head.name(), n -> new ArrayList<>(1))
                            .add(new Upload(FileName.of(fileName), head.contentType(), content));
                }
            }
        }

        // Signals have \n for a line break, which maxlength counts as one character; forms are sent with \r\n.
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
