package dev.guanjia.organisation.company;

import dev.guanjia.catalogue.Label;
import dev.guanjia.organisation.LibraryPost.Headcount;
import dev.guanjia.organisation.Post;
import dev.guanjia.organisation.PostKey;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Companies for tests, and short ways to write their parts. */
final class Charts {

    static final LocalDate OPENED = LocalDate.of(2026, 1, 1);
    static final OrganisationModels MODELS = OrganisationModels.load();

    private Charts() {}

    static OrganisationModel model(String id) {
        return MODELS.find(id).orElseThrow();
    }

    static Organisation company(String model) {
        return Organisation.start(model(model), OPENED);
    }

    static PostKey post(String key) {
        return new PostKey(key);
    }

    static List<PostKey> posts(String keys) {
        return keys.isBlank()
                ? List.of()
                : Arrays.stream(keys.trim().split(" +")).map(PostKey::new).toList();
    }

    static CompanyPost place(String key, String superior) {
        return place(key, superior, key);
    }

    static CompanyPost place(String key, String superior, String bears) {
        Post post =
                new Post(
                        post(key),
                        new Label("岗位" + key, "Post " + key),
                        Optional.empty(),
                        post(superior),
                        "OWN",
                        OPENED,
                        "company");
        return new CompanyPost(
                post, post(bears), Optional.empty(), Optional.of(Headcount.parse("1")));
    }

    static CompanyPost in(String department, CompanyPost place) {
        return new CompanyPost(
                place.post(),
                place.bears(),
                Optional.of(new DepartmentKey(department)),
                place.headcount());
    }

    static CompanyDepartment unit(String key, String bears) {
        return new CompanyDepartment(
                new DepartmentKey(key),
                new Label("部门" + key, "Unit " + key),
                Optional.of(new DepartmentKey(bears)),
                Optional.empty());
    }
}
