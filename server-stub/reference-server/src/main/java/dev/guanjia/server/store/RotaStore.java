package dev.guanjia.server.store;

import dev.guanjia.organisation.StaffId;
import dev.guanjia.workorder.dispatch.Rota;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table {@code dispatch_rota}: whose turn it is in each community. */
@Repository
public class RotaStore {

    private static final String ROTA =
            """
            select queue, turns from dispatch_rota
            where tenant = :tenant and community_id = :community for update
            """;
    private static final String OPEN_ROTA =
            """
            insert into dispatch_rota (tenant, community_id, queue, turns)
            values (:tenant, :community, '{}', 0) on conflict do nothing
            """;
    private static final String TURN =
            """
            update dispatch_rota set queue = cast(:queue as text[]), turns = :turns
            where tenant = :tenant and community_id = :community
            """;

    private final JdbcClient db;

    RotaStore(JdbcClient db) {
        this.db = db;
    }

    /**
     * The rota of a community, which nobody else turns until the transaction ends.
     *
     * @param tenant the company
     * @param communityId the community
     * @return empty if nobody ever stood in it
     */
    public Optional<Rota> lock(String tenant, String communityId) {
        db.sql(OPEN_ROTA).param("tenant", tenant).param("community", communityId).update();
        return db.sql(ROTA)
                .param("tenant", tenant)
                .param("community", communityId)
                .query(
                        (row, index) ->
                                new Turns(Sql.texts(row, "queue"), row.getLong("turns")).rota())
                .single();
    }

    private record Turns(List<String> queue, long turns) {

        Optional<Rota> rota() {
            return queue.isEmpty()
                    ? Optional.empty()
                    : Optional.of(new Rota(queue.stream().map(StaffId::new).toList(), turns));
        }
    }

    /**
     * Keeps whose turn it is after a turn.
     *
     * @param tenant the company
     * @param communityId the community
     * @param rota the rota that was locked, after the turn
     */
    public void turn(String tenant, String communityId, Rota rota) {
        db.sql(TURN)
                .param("tenant", tenant)
                .param("community", communityId)
                .param("queue", Sql.array(rota.queue(), StaffId::value))
                .param("turns", rota.turns())
                .update();
    }
}
