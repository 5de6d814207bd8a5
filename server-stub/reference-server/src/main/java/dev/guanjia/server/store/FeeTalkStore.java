package dev.guanjia.server.store;

import dev.guanjia.billing.dunning.FeeQuestion;
import dev.guanjia.billing.dunning.OutOfRemit;
import dev.guanjia.organisation.Actor;
import dev.guanjia.server.paging.Page;
import dev.guanjia.server.paging.PageRequest;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** The tables {@code out_of_remit_request} and {@code fee_question}. */
@Repository
public class FeeTalkStore {

    private static final String INSERT_REQUEST =
            """
            insert into out_of_remit_request (tenant, id, case_id, request, explanation, solutions,
                recorded_at, staff_id, acting_post, authority_version)
            values (:tenant, :id, :case, :first, :second, cast(:solutions as jsonb),
                :at, :staff, :post, :authority)
            """;
    private static final String INSERT_QUESTION =
            """
            insert into fee_question (tenant, id, question, answer, recorded_at, staff_id,
                acting_post, authority_version)
            values (:tenant, :id, :first, :second, :at, :staff, :post, :authority)
            """;
    private static final String REQUESTS =
            """
            select id, seq, request, explanation, solutions, recorded_at from out_of_remit_request
            where tenant = :tenant and case_id = :case and seq > :after order by seq limit :fetch
            """;
    private static final String QUESTIONS =
            """
            select id, seq, question, answer, recorded_at from fee_question
            where tenant = :tenant and seq > :after order by seq limit :fetch
            """;

    private final JdbcClient db;
    private final JsonMapper mapper;

    FeeTalkStore(JdbcClient db, JsonMapper mapper) {
        this.db = db;
        this.mapper = mapper;
    }

    /**
     * Something that was said.
     *
     * @param <T> what
     * @param id which one
     * @param said what was said
     * @param recordedAt when the row was made
     * @param seq grows with every one; zero for one that is to be added
     */
    public record Said<T>(String id, T said, Instant recordedAt, long seq) {}

    /**
     * Adds a request with the answer to it.
     *
     * @param tenant the company
     * @param caseId in which case
     * @param row the request
     * @param by who answered
     */
    public void addRequest(String tenant, String caseId, Said<OutOfRemit> row, Actor by) {
        insert(INSERT_REQUEST, tenant, row, by)
                .param("case", caseId)
                .param("first", row.said().request())
                .param("second", row.said().explanation())
                .param("solutions", mapper.writeValueAsString(row.said().solutions()))
                .update();
    }

    /**
     * Adds a question with its answer.
     *
     * @param tenant the company
     * @param row the question
     * @param by who added it
     */
    public void addQuestion(String tenant, Said<FeeQuestion> row, Actor by) {
        insert(INSERT_QUESTION, tenant, row, by)
                .param("first", row.said().question())
                .param("second", row.said().answer())
                .update();
    }

    private JdbcClient.StatementSpec insert(String sql, String tenant, Said<?> row, Actor by) {
        return db.sql(sql)
                .param("tenant", tenant)
                .param("id", row.id())
                .param("at", Sql.at(row.recordedAt()))
                .param("staff", by.staff().value())
                .param("post", by.post().value())
                .param("authority", by.authorityVersion());
    }

    /**
     * Lists the requests of a case, oldest first.
     *
     * @param tenant the company
     * @param caseId the case
     * @param request which page
     * @return the page
     */
    public Page<Said<OutOfRemit>> requests(String tenant, String caseId, PageRequest request) {
        return Page.of(
                page(REQUESTS, tenant, request)
                        .param("case", caseId)
                        .query(
                                (row, index) ->
                                        new Said<>(
                                                row.getString("id"),
                                                new OutOfRemit(
                                                        row.getString("request"),
                                                        row.getString("explanation"),
                                                        texts(row.getString("solutions"))),
                                                Sql.instant(row, "recorded_at"),
                                                row.getLong("seq")))
                        .list(),
                request,
                row -> String.valueOf(row.seq()));
    }

    /**
     * Lists the questions, oldest first.
     *
     * @param tenant the company
     * @param request which page
     * @return the page
     */
    public Page<Said<FeeQuestion>> questions(String tenant, PageRequest request) {
        return Page.of(
                page(QUESTIONS, tenant, request)
                        .query(
                                (row, index) ->
                                        new Said<>(
                                                row.getString("id"),
                                                new FeeQuestion(
                                                        row.getString("question"),
                                                        row.getString("answer")),
                                                Sql.instant(row, "recorded_at"),
                                                row.getLong("seq")))
                        .list(),
                request,
                row -> String.valueOf(row.seq()));
    }

    private JdbcClient.StatementSpec page(String sql, String tenant, PageRequest request) {
        return db.sql(sql)
                .param("tenant", tenant)
                .param("after", request.afterNumber())
                .param("fetch", request.fetch());
    }

    private List<String> texts(String json) {
        return List.of(mapper.readValue(json, String[].class));
    }
}
