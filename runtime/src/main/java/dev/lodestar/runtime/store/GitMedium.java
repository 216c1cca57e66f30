package dev.lodestar.runtime.store;

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
import org.eclipse.jgit.internal.storage.file.FileRepository;
import org.eclipse.jgit.internal.storage.file.ObjectDirectory;
import org.eclipse.jgit.lib.BatchRefUpdate;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.NullProgressMonitor;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectReader;
import org.eclipse.jgit.lib.Ref;
import org.eclipse.jgit.revwalk.RevWalk;
import org.eclipse.jgit.storage.file.FileRepositoryBuilder;
import org.eclipse.jgit.transport.ReceiveCommand;

/**
 * Texts in the files of a bare Git repository. The recorder makes the objects of a commit; here those of a whole group
 * become one pack, and then the branches are moved, which is what makes them commits. A copy of the newest state of every
 * branch is kept in memory to be read. Others may move branches too: with {@code git push}, say.
 */
final class GitMedium extends TextsInMemory implements SharedMedium {
    /** Where the id of a branch's newest commit stands among the texts. */
    static final String HEADS = ".git/head/";

    private static final String REFS = Constants.R_HEADS;

    /** How long another program may be about to move a branch. */
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final StoreFile file;
    private final StoreLock lock;
    private final FileRepository repository;
    private final GitPast past = new GitPast(this);
    private final GitUpkeep upkeep;

    private GitMedium(StoreFile file, StoreLock lock, FileRepository repository, Keep keep) {
        this.file = file;
        this.lock = lock;
        this.repository = repository;
        this.upkeep = new GitUpkeep(this, keep);
    }

    static GitMedium open(Path folder, Keep keep) {
        StoreFile file = StoreFile.prepare(folder.resolve(StoreLock.NAME));
        StoreLock lock = StoreLock.take(file);
        try {
            GitLocks.release(folder);
            GitPack.clear(folder.resolve("objects/pack"));
            FileRepository repository = (FileRepository) new FileRepositoryBuilder()
                    .setGitDir(folder.toFile())
                    .setBare()
                    .build();
            if (!repository.getObjectDatabase().exists()) {
                repository.create(true);
                repository.updateRef(Constants.HEAD).link(REFS + Space.MAIN.branch());
            }
            GitMedium medium = new GitMedium(file, lock, repository, keep);
            medium.takeIn();
            return medium;
        } catch (IOException e) {
            lock.close();
            throw file.unreadable(e);
        } catch (RuntimeException e) {
            lock.close();
            throw e;
        }
    }

    FileRepository repository() {
        return repository;
    }

    GitPast past() {
        return past;
    }

    /** Reads the repository's objects, and those among texts. */
    GitObjects objects(Texts all) {
        return new GitObjects(all, repository.newObjectReader());
    }

    /** The content of a file. */
    static String text(ObjectReader objects, ObjectId content) throws IOException {
        return new String(objects.open(content).getCachedBytes(Integer.MAX_VALUE), StandardCharsets.UTF_8);
    }

    @Override
    public boolean write(SortedMap<String, Optional<String>> changes, List<Announcement> commits) {
        try {
            pack(changes.subMap(GitObjects.FROM, GitObjects.TO));
            if (!move(changes.subMap(HEADS, HEADS + Keys.LAST))) {
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
        upkeep.wrote(commits.size());
        return true;
    }

    @Override
    public boolean keepsSideTexts() {
        return false;
    }

    // A branch must not be moved to what is not durable, so this comes first.
    private void pack(SortedMap<String, Optional<String>> objects) throws IOException {
        List<GitPack.Entry> entries = new ArrayList<>();
        Deflater deflater = new Deflater();
        try {
            for (String key : objects.keySet()) {
                String text = objects.get(key).orElseThrow();
                entries.add(GitPack.Entry.of(GitObjects.Pending.of(key, text), deflater));
            }
        } finally {
            deflater.end();
        }
        if (!entries.isEmpty()) {
            ObjectDirectory all = repository.getObjectDatabase();
            all.openPack(GitPack.write(all.getPackDirectory().toPath(), entries.size(), entries.iterator())
                    .toFile());
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
            // Another program has the lock of a branch, and has not moved it yet.
            LockSupport.parkNanos(PATIENCE.toNanos() / 100);
            refused = tryToMove(heads);
        }
        return true;
    }

    /** Moves all branches or none, and says why not. */
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
        // Several branches are moved, and others removed, in a file of the repository's own folder.
        if (update.getCommands().size() > 1 || update.isAllowNonFastForwards()) {
            GitPack.sync(folder);
        }
        GitPack.sync(folder.resolve(REFS));
        return Optional.empty();
    }

    private static ObjectId id(Optional<String> head) {
        return head.filter(id -> !id.isEmpty()).map(ObjectId::fromString).orElse(ObjectId.zeroId());
    }

    /** Tells whether others have moved a branch. */
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
        range(HEADS, HEADS + Keys.LAST, (key, id) -> {
            if (!id.isEmpty()) {
                known.put(key.substring(HEADS.length()), id);
            }
        });
        return known;
    }

    @Override
    public TakenIn takeIn() {
        List<GitNews> news = new ArrayList<>();
        try {
            SortedMap<String, String> heads = heads();
            SortedMap<String, String> known = known();
            TreeSet<String> branches = new TreeSet<>(heads.keySet());
            branches.addAll(known.keySet());
            for (String branch : branches) {
                String from = known.getOrDefault(branch, "");
                String to = heads.getOrDefault(branch, "");
                if (!from.equals(to)) {
                    news.add(GitNews.read(past, this, branch, from, to));
                }
            }
        } catch (IOException e) {
            throw file.unreadable(e);
        }
        // Only now, since until here something may fail.
        SortedMap<String, Optional<String>> before = new TreeMap<>();
        news.forEach(each -> each.changes().forEach((key, text) -> {
            before.put(key, Optional.ofNullable(get(key)));
            put(key, text);
        }));
        return new TakenIn(
                before, news.stream().flatMap(each -> each.commits().stream()).toList());
    }

    @Override
    public void listen(Runnable news) {
        upkeep.start(news);
    }

    /** Does now what is else done now and then. */
    void tidy() {
        upkeep.now();
    }

    /** Says that an object cannot be written. */
    RuntimeException unwritable(IOException e) {
        return file.unwritable(e);
    }

    @Override
    public void close() {
        upkeep.close();
        repository.close();
        lock.close();
    }
}
