package dev.guanjia.server.store;

import dev.guanjia.quality.Survey;
import dev.guanjia.quality.SurveyForm;
import dev.guanjia.quality.SurveyId;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The tables {@code survey} and {@code survey_form}. */
@Repository
public class SurveyStore {

    private static final String INSERT =
            """
            insert into survey (tenant, id, community_id, title, period, items_per_form)
            select :tenant, :id, c.id, :title, :period, :items from community c
            where c.tenant = :tenant and c.id = :community
            """;
    private static final String SELECT =
            "select id, community_id, title, period, items_per_form from survey"
                    + " where tenant = :tenant ";
    private static final String INSERT_FORM =
            """
            insert into survey_form (tenant, survey_id, unit_id, dissatisfied_items, recorded_at,
                recorded_by)
            select :tenant, s.id, u.id, :items, :at, :by
            from survey s join unit u on u.tenant = s.tenant and u.community_id = s.community_id
            where s.tenant = :tenant and s.id = :survey and u.id = :unit
            on conflict (tenant, survey_id, unit_id) do nothing
            """;
    private static final String FORMS =
            """
            select unit_id, dissatisfied_items from survey_form
            where tenant = :tenant and survey_id = :survey order by seq
            """;

    private final JdbcClient db;

    SurveyStore(JdbcClient db) {
        this.db = db;
    }

    /**
     * A survey and where it is held.
     *
     * @param survey the survey
     * @param communityId the community
     */
    public record SurveyRow(Survey survey, String communityId) {}

    /**
     * Who recorded a form, and when.
     *
     * @param tenant the company
     * @param staffId who
     * @param at when
     */
    public record Recording(String tenant, String staffId, Instant at) {}

    /**
     * Adds a survey.
     *
     * @param tenant the company
     * @param row the survey
     * @return false if there is no such community
     */
    public boolean add(String tenant, SurveyRow row) {
        return db.sql(INSERT)
                        .param("tenant", tenant)
                        .param("id", row.survey().id().value())
                        .param("title", row.survey().title())
                        .param("period", row.survey().period().atDay(1))
                        .param("items", row.survey().itemsPerForm())
                        .param("community", row.communityId())
                        .update()
                == 1;
    }

    /**
     * Reads a survey.
     *
     * @param tenant the company
     * @param id the survey
     * @return empty if there is none
     */
    public Optional<SurveyRow> find(String tenant, String id) {
        return db.sql(SELECT + "and id = :id")
                .param("tenant", tenant)
                .param("id", id)
                .query(SurveyStore::row)
                .optional();
    }

    /**
     * The surveys of a month.
     *
     * @param tenant the company
     * @param month which
     * @return in the order of their making
     */
    public List<SurveyRow> of(String tenant, YearMonth month) {
        return db.sql(SELECT + "and period = :period order by seq")
                .param("tenant", tenant)
                .param("period", month.atDay(1))
                .query(SurveyStore::row)
                .list();
    }

    /**
     * Adds a form that came back.
     *
     * @param recording who and when
     * @param survey the survey
     * @param form of a unit that has not answered yet
     * @return false if the unit is not of the community, or has answered
     */
    public boolean addForm(Recording recording, String survey, SurveyForm form) {
        return db.sql(INSERT_FORM)
                        .param("tenant", recording.tenant())
                        .param("survey", survey)
                        .param("unit", form.reference())
                        .param("items", form.dissatisfied().toArray(Integer[]::new))
                        .param("at", Sql.at(recording.at()))
                        .param("by", recording.staffId())
                        .update()
                == 1;
    }

    /**
     * The forms of a survey.
     *
     * @param tenant the company
     * @param survey which
     * @return in the order in which they came
     */
    public List<SurveyForm> forms(String tenant, String survey) {
        return db.sql(FORMS)
                .param("tenant", tenant)
                .param("survey", survey)
                .query(
                        (row, index) ->
                                new SurveyForm(
                                        row.getString("unit_id"),
                                        items(row.getArray("dissatisfied_items"))))
                .list();
    }

    private static List<Integer> items(Array array) throws SQLException {
        return Arrays.asList((Integer[]) array.getArray());
    }

    private static SurveyRow row(ResultSet row, int index) throws SQLException {
        Survey survey =
                new Survey(
                        new SurveyId(row.getString("id")),
                        row.getString("title"),
                        YearMonth.from(row.getObject("period", LocalDate.class)),
                        row.getInt("items_per_form"));
        return new SurveyRow(survey, row.getString("community_id"));
    }
}
