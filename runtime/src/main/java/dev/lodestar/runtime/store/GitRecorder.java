package dev.lodestar.runtime.store;

import dev.lodestar.store.Change;
import dev.lodestar.store.Commit;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.eclipse.jgit.lib.CommitBuilder;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectInserter;
import org.eclipse.jgit.lib.ObjectReader;
import org.eclipse.jgit.lib.PersonIdent;
import org.eclipse.jgit.lib.TreeFormatter;
import org.eclipse.jgit.revwalk.RevWalk;

/** Writes each commit as one of Git, whose id becomes its own. */
final class GitRecorder implements Recorder {
    private final GitMedium medium;

    GitRecorder(GitMedium medium) {
        this.medium = medium;
    }

    @Override
    public Commit record(Draft draft, Texts texts, SortedMap<String, Optional<String>> written) {
        medium.sync();
        String place = GitMedium.HEADS + draft.space().branch();
        String head = Optional.ofNullable(texts.get(place)).orElse("");
        try (ObjectInserter inserter = medium.repository().newObjectInserter();
                ObjectReader reader = inserter.newReader();
                RevWalk walk = new RevWalk(reader)) {
            ObjectId before = head.isEmpty()
                    ? ObjectId.zeroId()
                    : walk.parseCommit(ObjectId.fromString(head)).getTree().getId();
            ObjectId tree = new GitTrees(reader, inserter).edit(before, files(draft, inserter));
            CommitBuilder commit = new CommitBuilder();
            // Git has a tree for everything, also for nothing.
            commit.setTreeId(tree.equals(ObjectId.zeroId()) ? inserter.insert(new TreeFormatter()) : tree);
            if (!head.isEmpty()) {
                commit.addParentId(ObjectId.fromString(head));
            }
            draft.merged().ifPresent(id -> commit.addParentId(ObjectId.fromString(id)));
            PersonIdent author = new PersonIdent(draft.author(), "", draft.time(), ZoneOffset.UTC);
            commit.setAuthor(author);
            commit.setCommitter(author);
            commit.setMessage(draft.message());
            String id = inserter.insert(commit).name();
            inserter.flush();
            written.put(place, Optional.of(id));
            // Git's time has no fractions.
            return new Commit(
                    id, draft.time().truncatedTo(ChronoUnit.SECONDS), draft.author(), draft.message(), draft.changes());
        } catch (IOException e) {
            throw medium.unwritable(e);
        }
    }

    private static SortedMap<String, Optional<ObjectId>> files(Draft draft, ObjectInserter inserter)
            throws IOException {
        SortedMap<String, Optional<ObjectId>> files = new TreeMap<>();
        for (Change change : draft.changes()) {
            Optional<ObjectId> content = Optional.empty();
            if (change.after().isPresent()) {
                byte[] text = change.after().get().json().getBytes(StandardCharsets.UTF_8);
                content = Optional.of(inserter.insert(Constants.OBJ_BLOB, text));
            }
            files.put(GitPaths.path(change.key()), content);
        }
        return files;
    }
}
