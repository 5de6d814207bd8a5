package dev.guanjia.server.store;

import dev.guanjia.catalogue.Label;
import dev.guanjia.workorder.Channel;
import dev.guanjia.workorder.request.Channels.Setting;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table {@code company_channel}: the channels of a company's own, only ever added to. */
@Repository
public class ChannelStore {

    /** The source of rows that no requirement asks for. */
    public static final String COMPANY = "company";

    private static final String INSERT =
            """
            insert into company_channel (tenant, channel, from_day, zh, en, telephone, file, used,
                recorded_at)
            values (:tenant, :channel, :from, :zh, :en, :telephone, :file, :used, :recorded)
            """;
    private static final String ALL =
            """
            select channel, from_day, zh, en, telephone, file, used
            from company_channel where tenant = :tenant order by seq
            """;

    private final JdbcClient db;

    ChannelStore(JdbcClient db) {
        this.db = db;
    }

    /**
     * Adds what a company says of a channel.
     *
     * @param tenant the company
     * @param setting the channel, from a day on
     * @param now when the row is made
     */
    public void add(String tenant, Setting setting, Instant now) {
        Channel channel = setting.channel();
        Channel.File file = channel.file();
        db.sql(INSERT)
                .param("tenant", tenant)
                .param("channel", channel.key())
                .param("from", setting.from())
                .param("zh", channel.label().zh())
                .param("en", channel.label().en())
                .param("telephone", channel.telephone())
                .param("file", file == null ? null : file.name())
                .param("used", setting.used())
                .param("recorded", Sql.at(now))
                .update();
    }

    /**
     * What a company says of its channels.
     *
     * @param tenant the company
     * @return oldest first
     */
    public List<Setting> all(String tenant) {
        return db.sql(ALL).param("tenant", tenant).query(ChannelStore::row).list();
    }

    private static Setting row(ResultSet row, int index) throws SQLException {
        String file = row.getString("file");
        return new Setting(
                new Channel(
                        row.getString("channel"),
                        new Label(row.getString("zh"), row.getString("en")),
                        row.getBoolean("telephone"),
                        file == null ? null : Channel.File.valueOf(file),
                        COMPANY),
                row.getBoolean("used"),
                row.getObject("from_day", LocalDate.class));
    }
}
