package dev.lodestar.store.git;

import dev.lodestar.runtime.store.history.Recorder;
import dev.lodestar.runtime.store.medium.Texts;
import dev.lodestar.store.Change;
import dev.lodestar.store.Commit;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.eclipse.jgit.lib.CommitBuilder;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.PersonIdent;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevWalk;

/** Records each commit as a Git commit, whose id it takes. */
final class GitRecorder implements Recorder {
    private final GitMedium medium;

    GitRecorder(GitMedium medium) {
        this.medium = medium;
    }

    @Override
    public Commit record(Draft draft, Texts texts, SortedMap<String, Optional<String>> written) {
        String place = GitMedium.HEADS + draft.branch().name();
        try (GitObjects objects = medium.objects(texts);
                RevWalk walk = new RevWalk(objects)) {
            List<RevCommit> parents = new ArrayList<>();
            Optional<String> head = Optional.ofNullable(texts.get(place)).filter(id -> !id.isEmpty());
            if (head.isPresent()) {
                parents.add(walk.parseCommit(ObjectId.fromString(head.get())));
            }
            if (draft.merged().isPresent()) {
                parents.add(walk.parseCommit(
                        ObjectId.fromString(draft.merged().get().head())));
            }
            ObjectId before = head.isPresent() ? parents.get(0).getTree().getId() : ObjectId.zeroId();
            ObjectId tree = new GitTrees(objects, written).edit(before, files(draft, written));
            CommitBuilder commit = new CommitBuilder();
            // Git has a tree even for an empty state.
            commit.setTreeId(
                    tree.equals(ObjectId.zeroId()) ? GitObjects.add(Constants.OBJ_TREE, new byte[0], written) : tree);
            parents.forEach(commit::addParentId);
            GitAuthorName author = GitAuthorName.of(draft.author());
            commit.setAuthor(new PersonIdent(author.text(), "", draft.time(), ZoneOffset.UTC));
            commit.setCommitter(new PersonIdent(author.text(), "", after(parents, draft.time()), ZoneOffset.UTC));
            String message = GitCommits.message(draft.message());
            commit.setMessage(message);
            String id = GitObjects.add(Constants.OBJ_COMMIT, commit.build(), written)
                    .name();
            written.put(place, Optional.of(id));
            // Git keeps whole seconds.
            return new Commit(
                    id, draft.time().truncatedTo(ChronoUnit.SECONDS), author.text(), message, draft.changes());
        } catch (IOException e) {
            throw medium.unwritable(e);
        }
    }

    // Git finds common ancestors by commit time, so a commit must not be older than its parents.
    private static Instant after(List<RevCommit> parents, Instant now) {
        Instant latest = now;
        for (RevCommit parent : parents) {
            Instant time = parent.getCommitterIdent().getWhenAsInstant();
            latest = time.isAfter(latest) ? time : latest;
        }
        return latest;
    }

    private static SortedMap<String, Optional<ObjectId>> files(
            Draft draft, SortedMap<String, Optional<String>> written) {
        SortedMap<String, Optional<ObjectId>> files = new TreeMap<>();
        for (Change change : draft.changes()) {
            files.put(
                    GitPaths.path(change.key()),
                    change.after()
                            .map(value -> GitObjects.add(
                                    Constants.OBJ_BLOB, value.json().getBytes(StandardCharsets.UTF_8), written)));
        }
        return files;
    }
}
