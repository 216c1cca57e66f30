package dev.lodestar.bench.store;

import dev.lodestar.runtime.store.Stores;
import dev.lodestar.store.History.Keep;
import dev.lodestar.store.git.GitStores;
import dev.lodestar.store.mapdb.MapDbStores;
import dev.lodestar.store.mvstore.MvStores;
import java.nio.file.Path;
import java.util.function.Function;

/** What is compared: our stores, and the libraries beneath them by themselves. */
public enum Subject {
    /** In memory, without any sync. */
    MEMORY(path -> new StoreTodos(Stores.inMemory())),
    MEMORY_HISTORY(path -> new StoreTodos(Stores.inMemory(Keep.commits(1000)))),
    MVSTORE(path -> new StoreTodos(MvStores.open(path))),
    MVSTORE_HISTORY(path -> new StoreTodos(MvStores.open(path, Keep.commits(1000)))),
    PLAIN_MVSTORE(path -> LibraryTodos.eachForItself(new PlainMvStore(path))),
    PLAIN_MVSTORE_GROUPED(path -> LibraryTodos.grouped(new PlainMvStore(path))),
    MAPDB(path -> new StoreTodos(MapDbStores.open(path))),
    MAPDB_HISTORY(path -> new StoreTodos(MapDbStores.open(path, Keep.commits(1000)))),
    PLAIN_MAPDB(path -> LibraryTodos.eachForItself(new PlainMapDb(path))),
    PLAIN_MAPDB_GROUPED(path -> LibraryTodos.grouped(new PlainMapDb(path))),
    /** The history is Git's own. */
    GIT(path -> new StoreTodos(GitStores.open(path)));

    private final Function<Path, Todos> opening;

    Subject(Function<Path, Todos> opening) {
        this.opening = opening;
    }

    Todos open(Path path) {
        return opening.apply(path);
    }
}
