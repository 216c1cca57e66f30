package dev.lodestar.runtime.store.crash;

import dev.lodestar.runtime.store.GitStores;
import dev.lodestar.runtime.store.mapdb.MapDb;
import dev.lodestar.runtime.store.mvstore.MvStores;
import dev.lodestar.store.Store;
import java.nio.file.Path;

/** The backends that promise to survive, by name. */
enum Backend {
    MVSTORE {
        @Override
        Store open(Path folder) {
            return MvStores.open(folder.resolve("store"));
        }
    },
    MAPDB {
        @Override
        Store open(Path folder) {
            return MapDb.open(folder.resolve("store"));
        }
    },
    GIT {
        @Override
        Store open(Path folder) {
            return GitStores.open(folder.resolve("store"));
        }
    };

    /** Opens a store that has the folder for itself. */
    abstract Store open(Path folder);
}
