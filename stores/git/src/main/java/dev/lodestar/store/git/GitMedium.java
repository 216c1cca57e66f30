package dev.lodestar.store.git;

import dev.lodestar.runtime.store.history.Branch;
import dev.lodestar.runtime.store.medium.Announcement;
import dev.lodestar.runtime.store.medium.SharedMedium;
import dev.lodestar.runtime.store.medium.StoreFile;
import dev.lodestar.runtime.store.medium.Texts;
import dev.lodestar.runtime.store.medium.TextsInMemory;
import dev.lodestar.store.History.Keep;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.locks.LockSupport;
import java.util.zip.Deflater;
import org.eclipse.jgit.lib.BatchRefUpdate;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.NullProgressMonitor;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectReader;
import org.eclipse.jgit.lib.Ref;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevWalk;
import org.eclipse.jgit.storage.file.FileRepositoryBuilder;
import org.eclipse.jgit.transport.ReceiveCommand;

/**
 * Texts in the files of a bare Git repository. The recorder creates the objects of each commit. Here, the objects of a
 * whole group are written as one pack, and then the branches are moved, which is what makes them commits. A copy of the
 * newest state of every branch is kept in memory for reading. Other programs may move branches too, with
 * {@code git push} for example.
 */
final class GitMedium extends TextsInMemory implements SharedMedium {
    /** Prefix of a branch's name: holds the id of the branch's newest commit among the texts. */
    static final String HEADS = ".git/head/";

    private static final String REFS = Constants.R_HEADS;

    /** How long to wait for another program that has locked a branch. */
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final StoreFile file;
    private final RepositoryLock lock;
    private final Repository repository;
    private final GitPackFolder packs;
    private final GitCommits commits = new GitCommits(this);
    private final GitMaintenance maintenance;

    private GitMedium(StoreFile file, RepositoryLock lock, Repository repository, Keep keep) {
        this.file = file;
        this.lock = lock;
        this.repository = repository;
        this.packs = new GitPackFolder(repository);
        this.maintenance = new GitMaintenance(this, packs, keep);
    }

    static GitMedium open(Path folder, Keep keep) {
        StoreFile file = StoreFile.prepare(folder.resolve(RepositoryLock.NAME));
        RepositoryLock lock = RepositoryLock.take(file);
        try {
            GitLocks.release(folder);
            GitPackFolder.clear(folder);
            Repository repository = new FileRepositoryBuilder()
                    .setGitDir(folder.toFile())
                    .setBare()
                    .build();
            if (!repository.getObjectDatabase().exists()) {
                repository.create(true);
                repository.updateRef(Constants.HEAD).link(REFS + Branch.MAIN.name());
            }
            GitMedium medium = new GitMedium(file, lock, repository, keep);
            medium.catchUp();
            return medium;
        } catch (IOException e) {
            lock.close();
            throw file.unreadable(e);
        } catch (RuntimeException e) {
            lock.close();
            throw e;
        }
    }

    Repository repository() {
        return repository;
    }

    GitCommits commits() {
        return commits;
    }

    /** Returns the objects of the repository, together with those among texts. */
    GitObjects objects(Texts all) {
        return new GitObjects(all, repository.newObjectReader());
    }

    /** Returns the content of a file. */
    static String text(ObjectReader objects, ObjectId content) throws IOException {
        return new String(objects.open(content).getCachedBytes(Integer.MAX_VALUE), StandardCharsets.UTF_8);
    }

    @Override
    public boolean write(SortedMap<String, Optional<String>> changes, List<Announcement> announcements) {
        try {
            pack(changes.subMap(GitObjects.FROM, GitObjects.TO));
            if (!move(changes.subMap(HEADS, HEADS + Texts.END))) {
                return false;
            }
        } catch (IOException e) {
            throw file.unwritable(e);
        }
        changes.forEach((key, text) -> {
            if (key.compareTo(GitObjects.FROM) < 0 || key.compareTo(GitObjects.TO) >= 0) {
                put(key, text);
            }
        });
        maintenance.wrote(announcements.size());
        return true;
    }

    @Override
    public boolean keepsSideTexts() {
        return false;
    }

    // Called first, because a branch must not be moved to a commit that is not durable.
    private void pack(SortedMap<String, Optional<String>> objects) throws IOException {
        List<byte[]> packed = new ArrayList<>();
        Deflater deflater = new Deflater();
        try {
            for (String key : objects.keySet()) {
                String text = objects.get(key).orElseThrow();
                packed.add(GitPackStream.packed(GitObjects.Pending.of(key, text), deflater));
            }
        } finally {
            deflater.end();
        }
        if (!packed.isEmpty()) {
            packs.write(new GitPackStream(packed.size(), packed.iterator()));
        }
    }

    private boolean move(SortedMap<String, Optional<String>> heads) throws IOException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        Optional<String> refused = tryToMove(heads);
        while (refused.isPresent()) {
            if (isMoved()) {
                return false;
            }
            if (System.nanoTime() > end) {
                throw new IOException(refused.get());
            }
            // Another program has locked a branch, and has not moved it yet.
            LockSupport.parkNanos(PATIENCE.toNanos() / 100);
            refused = tryToMove(heads);
        }
        return true;
    }

    /** Moves all branches or none, and returns the reason if it could not. */
    private Optional<String> tryToMove(SortedMap<String, Optional<String>> heads) throws IOException {
        BatchRefUpdate update = repository.getRefDatabase().newBatchUpdate();
        update.setAtomic(true).disableRefLog();
        heads.forEach((key, head) -> {
            ObjectId from = id(Optional.ofNullable(get(key)));
            ObjectId to = id(head);
            if (!from.equals(to)) {
                update.addCommand(new ReceiveCommand(from, to, REFS + key.substring(HEADS.length())));
            }
            if (to.equals(ObjectId.zeroId())) {
                update.setAllowNonFastForwards(true);
            }
        });
        if (update.getCommands().isEmpty()) {
            return Optional.empty();
        }
        repository.getConfig().setBoolean("core", null, "fsyncRefFiles", true);
        try (RevWalk walk = new RevWalk(repository)) {
            update.execute(walk, NullProgressMonitor.INSTANCE);
        }
        for (ReceiveCommand command : update.getCommands()) {
            if (command.getResult() != ReceiveCommand.Result.OK) {
                return Optional.of("the branch " + command.getRefName() + " cannot be moved: " + command.getResult()
                        + (command.getMessage() == null ? "" : " " + command.getMessage()));
            }
        }
        Path folder = repository.getDirectory().toPath();
        // Moving several branches, or removing one, changes a file in the folder of the repository itself.
        if (update.getCommands().size() > 1 || update.isAllowNonFastForwards()) {
            DurableFolder.sync(folder);
        }
        DurableFolder.sync(folder.resolve(REFS));
        return Optional.empty();
    }

    private static ObjectId id(Optional<String> head) {
        return head.filter(id -> !id.isEmpty()).map(ObjectId::fromString).orElse(ObjectId.zeroId());
    }

    /** Tells whether another program has moved a branch. */
    boolean isMoved() throws IOException {
        return !heads().equals(known());
    }

    private SortedMap<String, String> heads() throws IOException {
        SortedMap<String, String> heads = new TreeMap<>();
        for (Ref ref : repository.getRefDatabase().getRefsByPrefix(REFS)) {
            heads.put(ref.getName().substring(REFS.length()), ref.getObjectId().name());
        }
        return heads;
    }

    private SortedMap<String, String> known() {
        SortedMap<String, String> known = new TreeMap<>();
        range(HEADS, HEADS + Texts.END, (key, id) -> {
            if (!id.isEmpty()) {
                known.put(key.substring(HEADS.length()), id);
            }
        });
        return known;
    }

    @Override
    public Incoming catchUp() {
        List<GitIncoming> incoming = new ArrayList<>();
        try {
            SortedMap<String, String> heads = heads();
            SortedMap<String, String> known = known();
            TreeSet<String> branches = new TreeSet<>(heads.keySet());
            branches.addAll(known.keySet());
            for (String branch : branches) {
                String from = known.getOrDefault(branch, "");
                String to = heads.getOrDefault(branch, "");
                if (!from.equals(to)) {
                    incoming.add(GitIncoming.read(commits, this, branch, from, to));
                }
            }
        } catch (IOException e) {
            throw file.unreadable(e);
        }
        // Only now, because reading may fail.
        SortedMap<String, Optional<String>> before = new TreeMap<>();
        incoming.forEach(each -> each.changes().forEach((key, text) -> {
            before.put(key, Optional.ofNullable(get(key)));
            put(key, text);
        }));
        return new Incoming(
                before,
                incoming.stream().flatMap(each -> each.commits().stream()).toList());
    }

    @Override
    public void listen(Runnable catchUp) {
        maintenance.start(catchUp);
    }

    /** Does all maintenance now. */
    void tidy() {
        maintenance.now();
    }

    /** Returns the exception for an object that cannot be written. */
    RuntimeException unwritable(IOException e) {
        return file.unwritable(e);
    }

    @Override
    public void close() {
        maintenance.close();
        repository.close();
        lock.close();
    }
}
