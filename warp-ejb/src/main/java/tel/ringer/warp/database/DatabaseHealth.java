package tel.ringer.warp.database;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;

/** Whether the database can be used, and whether its walls stand for the role that WARP logs in as. */
@Stateless
public class DatabaseHealth {
    @Inject
    private DatabaseRepository repository;

    public LoginRole loginRole() {
        return repository.loginRole();
    }

    /** Whether the newest change of this version has been applied. */
    public boolean migrated() {
        return repository.hasRun(Migrations.newest());
    }

    /** @throws RuntimeException if no connection is to be had or it does not answer */
    public void ping() {
        repository.ping();
    }
}
