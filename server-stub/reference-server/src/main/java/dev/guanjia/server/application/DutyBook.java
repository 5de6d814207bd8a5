package dev.guanjia.server.application;

import dev.guanjia.calendar.DateRange;
import dev.guanjia.duty.CompanyDuties;
import dev.guanjia.duty.DutyCalendar;
import dev.guanjia.duty.DutyCatalogue;
import dev.guanjia.duty.DutyOccurrence;
import dev.guanjia.duty.DutyTimes;
import dev.guanjia.duty.HeldDuty;
import dev.guanjia.organisation.PostCatalogue;
import dev.guanjia.organisation.Responsibility;
import dev.guanjia.organisation.company.HolderResolution;
import dev.guanjia.organisation.company.OrganisationModel;
import dev.guanjia.organisation.company.OrganisationModels;
import dev.guanjia.plan.PlanDuties;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** The duties of the catalogue, and when each company has to do them. */
@Component
class DutyBook {

    private final CompanyDuties duties = duties();
    private final OccurrenceIds ids = new OccurrenceIds(duties);
    private final PostCatalogue posts;
    private final CompanyRules rules;
    private final Clock clock;

    private final GivenDuties given;

    DutyBook(PostCatalogue posts, CompanyRules rules, Clock clock, GivenDuties given) {
        this.given = given;
        this.posts = posts;
        this.rules = rules;
        this.clock = clock;
    }

    PostCatalogue posts() {
        return posts;
    }

    /** Those of the whole catalogue that the posts of a single community have. */
    private static CompanyDuties duties() {
        OrganisationModel model = OrganisationModels.load().find("SINGLE_COMMUNITY").orElseThrow();
        return DutyCatalogue.load().heldBy(new HolderResolution(model.chart(), model));
    }

    List<HeldDuty> all() {
        return duties.all();
    }

    /** What is due when, in the company's days. */
    DutyCalendar calendar(String tenant) {
        Responsibility responsibility =
                new Responsibility(
                        posts, rules.template(tenant).leader(), rules.assignments(tenant));
        return new DutyCalendar(duties, responsibility, DutyTimes.plain(clock.getZone()));
    }

    /** What is due in a range, of the catalogue and as plans and meetings gave it. */
    List<DutyOccurrence> occurrences(String tenant, DutyCalendar calendar, DateRange range) {
        return PlanDuties.beside(
                calendar.occurrences(range),
                given.of(tenant, calendar.responsibility(), range),
                range);
    }

    /** The occurrence of an id; looks at the one day on which its period begins. */
    Optional<DutyOccurrence> find(String tenant, DutyCalendar calendar, String id) {
        Optional<DateRange> day =
                OccurrenceIds.day(id).map(start -> DateRange.ofClosed(start, start));
        return day.stream()
                .flatMap(range -> candidates(tenant, calendar, id, range))
                .filter(occurrence -> OccurrenceIds.of(occurrence.key()).equals(id))
                .findFirst();
    }

    private Stream<DutyOccurrence> candidates(
            String tenant, DutyCalendar calendar, String id, DateRange day) {
        return ids.key(id).isPresent()
                ? calendar.occurrences(day).stream()
                : given.of(tenant, calendar.responsibility(), day).stream();
    }
}
