package dev.guanjia.duty;

import dev.guanjia.organisation.Actor;
import dev.guanjia.organisation.Assignment;
import dev.guanjia.organisation.Assignments;
import dev.guanjia.organisation.PostCatalogue;
import dev.guanjia.organisation.PostKey;
import dev.guanjia.organisation.Responsibility;
import dev.guanjia.organisation.StaffId;
import dev.guanjia.organisation.company.HolderResolution;
import dev.guanjia.organisation.company.OrganisationModel;
import dev.guanjia.organisation.company.OrganisationModels;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;

/** A company in Shanghai in which every post is held, and ways to take people away. */
final class Company {

    static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    static final LocalDate OPENED = LocalDate.of(2026, 1, 1);
    static final PostCatalogue POSTS = PostCatalogue.load();
    static final DutyCatalogue DUTIES = DutyCatalogue.load();
    static final PostKey MANAGER = new PostKey("PROPERTY_MANAGER");
    static final PostKey SUPERVISOR = new PostKey("CS_SUPERVISOR");
    static final PostKey ASSISTANT = new PostKey("CS_ASSISTANT");

    static final HolderResolution RESOLUTION = resolution("SINGLE_COMMUNITY");
    static final CompanyDuties HELD = DUTIES.heldBy(RESOLUTION);

    private Company() {}

    static HolderResolution resolution(String template) {
        OrganisationModel model = OrganisationModels.load().find(template).orElseThrow();
        return new HolderResolution(model.chart(), model);
    }

    /** Every post is held by one person, named after it. */
    static Responsibility complete() {
        return without();
    }

    static Responsibility without(PostKey... vacant) {
        List<Assignment> rows =
                POSTS.all().stream()
                        .map(post -> post.key())
                        .filter(post -> !Arrays.asList(vacant).contains(post))
                        .map(post -> Assignment.openEnded(staff(post), post, OPENED))
                        .toList();
        return with(rows);
    }

    static Responsibility with(List<Assignment> rows) {
        return new Responsibility(POSTS, MANAGER, new Assignments(rows));
    }

    static DutyCalendar calendar() {
        return calendar(DutyTimes.plain(SHANGHAI));
    }

    static DutyCalendar calendar(DutyTimes times) {
        return new DutyCalendar(HELD, complete(), times);
    }

    static StaffId staff(PostKey post) {
        return new StaffId("sf_" + post);
    }

    static Actor actor(PostKey post) {
        return new Actor(staff(post), post, "v1");
    }

    static Duty duty(String id) {
        return DUTIES.find(new DutyId(id)).orElseThrow();
    }
}
