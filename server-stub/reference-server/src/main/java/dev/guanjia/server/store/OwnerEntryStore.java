package dev.guanjia.server.store;

import dev.guanjia.property.Owner;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Writes owners, hundreds at once. */
@Repository
public class OwnerEntryStore {

    private static final String INSERT =
            """
            insert into owner (tenant, id, name, mobile, reference)
            select :tenant, r.id, r.name, r.mobile, r.reference
            from unnest(cast(:ids as text[]), cast(:names as text[]), cast(:mobiles as text[]),
                    cast(:references as text[]))
                with ordinality as r(id, name, mobile, reference, n)
            order by r.n
            """;

    private final JdbcClient db;

    OwnerEntryStore(JdbcClient db) {
        this.db = db;
    }

    /**
     * An owner to be entered.
     *
     * @param owner name and number
     * @param reference the number in the company's own files, which no other owner has; null where
     *     there is none
     */
    public record NewOwner(Owner owner, @Nullable String reference) {}

    /**
     * Enters owners.
     *
     * @param tenant the company
     * @param owners new ones
     */
    public void add(String tenant, List<NewOwner> owners) {
        db.sql(INSERT)
                .param("tenant", tenant)
                .param("ids", Sql.array(owners, row -> row.owner().id().value()))
                .param("names", Sql.array(owners, row -> row.owner().name()))
                .param("mobiles", Sql.array(owners, row -> row.owner().mobile()))
                .param("references", Sql.array(owners, NewOwner::reference))
                .update();
    }
}
