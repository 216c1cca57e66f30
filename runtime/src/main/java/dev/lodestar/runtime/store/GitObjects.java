package dev.lodestar.runtime.store;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import org.eclipse.jgit.lib.AbbreviatedObjectId;
import org.eclipse.jgit.lib.AnyObjectId;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectInserter;
import org.eclipse.jgit.lib.ObjectLoader;
import org.eclipse.jgit.lib.ObjectReader;

/**
 * The objects of a repository, and those that are still to be written to it: these lie among the texts, so that the
 * commits of a group can build on each other and go to the disk together.
 */
final class GitObjects extends ObjectReader {
    private static final String PLACE = ".git/object/";

    /** Where objects begin and end among the texts. */
    static final String FROM = PLACE;

    static final String TO = PLACE + Keys.LAST;

    private final Texts texts;
    private final ObjectReader stored;

    /**
     * @param stored what the repository has; is closed with this
     */
    GitObjects(Texts texts, ObjectReader stored) {
        this.texts = texts;
        this.stored = stored;
    }

    /** An object that is to be written. */
    record Pending(ObjectId id, int type, byte[] content) {
        static Pending of(String key, String text) {
            return new Pending(
                    ObjectId.fromString(key.substring(PLACE.length())),
                    text.charAt(0),
                    text.substring(1).getBytes(StandardCharsets.ISO_8859_1));
        }
    }

    /**
     * Adds an object to what is to be written, also if the repository has it: it might be dropping it just now.
     *
     * @param type as {@link org.eclipse.jgit.lib.Constants} has them
     */
    static ObjectId add(int type, byte[] content, SortedMap<String, Optional<String>> written) {
        ObjectId id = new ObjectInserter.Formatter().idFor(type, content);
        written.put(PLACE + id.name(), Optional.of((char) type + new String(content, StandardCharsets.ISO_8859_1)));
        return id;
    }

    @Override
    public ObjectReader newReader() {
        return new GitObjects(texts, stored.newReader());
    }

    @Override
    public ObjectLoader open(AnyObjectId id, int typeHint) throws IOException {
        String text = texts.get(PLACE + id.name());
        if (text == null) {
            return stored.open(id, typeHint);
        }
        Pending pending = Pending.of(PLACE + id.name(), text);
        return new ObjectLoader.SmallObject(pending.type(), pending.content());
    }

    @Override
    public Collection<ObjectId> resolve(AbbreviatedObjectId id) throws IOException {
        return stored.resolve(id);
    }

    @Override
    public Set<ObjectId> getShallowCommits() throws IOException {
        return stored.getShallowCommits();
    }

    @Override
    public void close() {
        stored.close();
    }
}
