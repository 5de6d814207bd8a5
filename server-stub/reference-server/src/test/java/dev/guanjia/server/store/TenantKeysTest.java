package dev.guanjia.server.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.guanjia.server.RunningServer;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The tenant leads every primary key, and no row of one company stands in the way of another's. */
class TenantKeysTest {

    /** Every unique index of a table that has a tenant, with its columns in their order. */
    private static final String UNIQUE =
            """
            select i.indisprimary as leads, t.relname || ' ' || x.relname as name, (
                select array_agg(coalesce(a.attname::text, '') order by k.place)
                from unnest(i.indkey) with ordinality k(number, place)
                left join pg_attribute a on a.attrelid = t.oid and a.attnum = k.number
                ) as columns
            from pg_index i
            join pg_class t on t.oid = i.indrelid
            join pg_class x on x.oid = i.indexrelid
            join pg_namespace n on n.oid = t.relnamespace and n.nspname = current_schema()
            where i.indisunique and exists (
                select 1 from pg_attribute a where a.attrelid = t.oid and a.attname = 'tenant')
            """;

    /** Whoever fetches a feed shows its secret alone, and that says which company's it is. */
    private static final String FEED = "duty_feed duty_feed_hash_key";

    private static List<Key> keys;

    private record Key(boolean leads, String name, List<String> columns) {}

    @BeforeAll
    static void read() {
        keys =
                RunningServer.shared()
                        .db()
                        .sql(UNIQUE)
                        .query(
                                (row, index) ->
                                        new Key(
                                                row.getBoolean("leads"),
                                                row.getString("name"),
                                                List.of(
                                                        (String[])
                                                                row.getArray("columns")
                                                                        .getArray())))
                        .list();
    }

    @Test
    void theTenantLeadsEveryPrimaryKey() {
        assertThat(keys).filteredOn(Key::leads).hasSizeGreaterThan(100);
        assertThat(keys)
                .filteredOn(Key::leads)
                .allSatisfy(key -> assertThat(key.columns()).as(key.name()).startsWith("tenant"));
    }

    @Test
    void everyOtherUniqueKeyBeginsOrEndsWithTheTenant() {
        assertThat(keys)
                .filteredOn(key -> !key.leads() && !key.name().equals(FEED))
                .isNotEmpty()
                .allSatisfy(
                        key ->
                                assertThat(
                                                List.of(
                                                        key.columns().get(0),
                                                        key.columns()
                                                                .get(key.columns().size() - 1)))
                                        .as(key.name())
                                        .contains("tenant"));
    }
}
