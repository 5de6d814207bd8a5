package dev.guanjia.server.web;

import dev.guanjia.organisation.StaffId;
import dev.guanjia.organisation.company.CompanyDepartment;
import dev.guanjia.organisation.company.CompanyPost;
import dev.guanjia.organisation.company.DepartmentKey;
import dev.guanjia.server.api.model.Department;
import dev.guanjia.server.api.model.DepartmentCreate;
import dev.guanjia.server.api.model.DepartmentPage;
import dev.guanjia.server.api.model.DepartmentRenamingCreate;
import dev.guanjia.server.api.model.Headcount;
import dev.guanjia.server.api.model.HeadcountPlanCreate;
import dev.guanjia.server.api.model.HeadcountRow;
import dev.guanjia.server.api.model.HeadcountRowPage;
import dev.guanjia.server.api.model.Label;
import dev.guanjia.server.api.model.Post;
import dev.guanjia.server.api.model.PostCreate;
import dev.guanjia.server.api.model.PostMoveCreate;
import dev.guanjia.server.api.model.PostPage;
import dev.guanjia.server.api.model.Responsible;
import dev.guanjia.server.api.model.RetirementCreate;
import dev.guanjia.server.application.StructureReader.Answering;
import dev.guanjia.server.application.StructureReader.Counted;
import dev.guanjia.server.application.StructureReader.Seen;
import dev.guanjia.server.paging.Page;
import dev.guanjia.server.store.TreeChange;
import dev.guanjia.server.store.TreeChange.Kind;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The tree of a company on the wire. */
final class StructureMapping {

    private StructureMapping() {}

    static TreeChange change(DepartmentCreate body) {
        Map<String, String> facts = facts(body.getLabel());
        put(facts, "bears", body.getBears());
        put(facts, "parent", body.getParent());
        return new TreeChange(Kind.ADD_DEPARTMENT, body.getId(), body.getFrom(), facts);
    }

    static TreeChange change(String department, DepartmentRenamingCreate body) {
        return new TreeChange(
                Kind.RENAME_DEPARTMENT, department, body.getFrom(), facts(body.getLabel()));
    }

    static TreeChange change(Kind kind, String subject, RetirementCreate body) {
        Map<String, String> facts = new TreeMap<>();
        put(facts, "reason", body.getReason());
        return new TreeChange(kind, subject, body.getFrom(), facts);
    }

    static TreeChange change(PostCreate body) {
        Map<String, String> facts = facts(body.getLabel());
        put(facts, "bears", body.getBears());
        put(facts, "superior", body.getReportsTo());
        put(facts, "department", body.getDepartmentKey());
        put(facts, "headcount", text(body.getHeadcount()));
        return new TreeChange(Kind.ADD_POST, body.getId(), body.getFrom(), facts);
    }

    static TreeChange change(String post, PostMoveCreate body) {
        Map<String, String> facts = new TreeMap<>();
        put(facts, "superior", body.getReportsTo());
        put(facts, "department", body.getDepartmentKey());
        return new TreeChange(Kind.MOVE_POST, post, body.getFrom(), facts);
    }

    static TreeChange change(HeadcountPlanCreate body) {
        Map<String, String> facts = new TreeMap<>();
        put(facts, "headcount", text(body.getHeadcount()));
        return new TreeChange(Kind.PLAN_HEADCOUNT, body.getPost(), body.getFrom(), facts);
    }

    static Department department(Seen<CompanyDepartment> seen) {
        CompanyDepartment department = seen.standing().value();
        return new Department(
                        department.key().value(),
                        Wire.label(department.label()),
                        seen.standing()
                                .from()
                                .orElseGet(() -> seen.tree().company().model().template().from()))
                .bears(department.bears().map(DepartmentKey::value).orElse(null))
                .parent(department.parent().map(DepartmentKey::value).orElse(null))
                .to(seen.standing().to().orElse(null));
    }

    static DepartmentPage departments(Page<Seen<CompanyDepartment>> page) {
        return new DepartmentPage(page.map(StructureMapping::department).items())
                .nextCursor(page.nextCursor());
    }

    static Post post(Seen<CompanyPost> seen) {
        CompanyPost place = seen.standing().value();
        dev.guanjia.organisation.Post post = place.post();
        boolean top =
                seen.tree()
                        .company()
                        .model()
                        .chart()
                        .posts()
                        .outerSuperior(post.reportsTo())
                        .isPresent();
        return new Post(
                        post.key().value(),
                        Wire.label(post.label()),
                        post.department().orElse(""),
                        post.family(),
                        post.source())
                .departmentKey(place.department().map(DepartmentKey::value).orElse(null))
                .bears(place.bears().value())
                .headcount(place.headcount().map(TemplateMapping::headcount).orElse(null))
                .reportsTo(top ? null : post.reportsTo().value())
                .from(seen.standing().from().orElse(null))
                .to(seen.standing().to().orElse(null));
    }

    static PostPage posts(Page<Seen<CompanyPost>> page) {
        return new PostPage(page.map(StructureMapping::post).items()).nextCursor(page.nextCursor());
    }

    static Responsible responsible(String asked, Answering answering) {
        dev.guanjia.organisation.Responsible found = answering.responsible();
        return new Responsible(
                        asked, found.post().value(), found.way().name(), answering.judgedOn())
                .staffId(found.staff().map(StaffId::value).orElse(null));
    }

    static HeadcountRowPage headcounts(Page<Counted> page) {
        return new HeadcountRowPage(page.map(StructureMapping::headcount).items())
                .nextCursor(page.nextCursor());
    }

    private static HeadcountRow headcount(Counted counted) {
        OptionalInt difference = counted.row().difference();
        HeadcountRow row =
                new HeadcountRow(
                        counted.row().post().value(),
                        Wire.label(counted.label()),
                        counted.row().actual(),
                        standing(difference));
        difference.ifPresent(row::difference);
        return row.planned(counted.row().planned().map(TemplateMapping::headcount).orElse(null));
    }

    private static String standing(OptionalInt difference) {
        if (difference.isEmpty()) {
            return "UNPLANNED";
        }
        int sign = Integer.signum(difference.getAsInt());
        return sign == 0 ? "MET" : sign < 0 ? "SHORT" : "OVER";
    }

    private static Map<String, String> facts(Label label) {
        Map<String, String> facts = new TreeMap<>();
        facts.put("zh", label.getZh());
        facts.put("en", label.getEn());
        return facts;
    }

    private static void put(Map<String, String> facts, String name, @Nullable String value) {
        if (value != null) {
            facts.put(name, value);
        }
    }

    private static @Nullable String text(@Nullable Headcount headcount) {
        if (headcount == null) {
            return null;
        }
        Integer most = headcount.getMax();
        return headcount.getMin() + ".." + (most == null ? "n" : most.toString());
    }
}
