package dev.lodestar.store.git;

import dev.lodestar.runtime.store.medium.Texts;
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
 * The objects of a repository, together with those that have not been written to it yet: these are among the texts, so
 * that the commits of a group can build on each other and go to the disk together.
 */
final class GitObjects extends ObjectReader {
    private static final String PLACE = ".git/object/";

    /** The range of the keys that hold objects. */
    static final String FROM = PLACE;

    static final String TO = PLACE + Texts.END;

    private final Texts texts;
    private final ObjectReader stored;

    /**
     * Combines both.
     *
     * @param stored reads the repository; closed together with this
     */
    GitObjects(Texts texts, ObjectReader stored) {
        this.texts = texts;
        this.stored = stored;
    }

    /** An object that has not been written yet. */
    record Pending(ObjectId id, int type, byte[] content) {
        static Pending of(String key, String text) {
            return new Pending(
                    ObjectId.fromString(key.substring(PLACE.length())),
                    text.charAt(0),
                    text.substring(1).getBytes(StandardCharsets.ISO_8859_1));
        }
    }

    /**
     * Adds an object to what is written. It is written even if the repository has it, which might be about to drop it.
     *
     * @param type the type, one of the constants in {@link org.eclipse.jgit.lib.Constants}
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
