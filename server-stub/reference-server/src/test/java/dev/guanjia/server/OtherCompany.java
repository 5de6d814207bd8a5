package dev.guanjia.server;

import dev.guanjia.server.access.Caller;
import dev.guanjia.server.application.AssignmentDesk;
import dev.guanjia.server.application.CompanyDesk;
import dev.guanjia.server.application.QualificationDesk;
import dev.guanjia.server.application.StaffDesk;
import dev.guanjia.server.application.TokenDesk;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;

/** Another company on the same server. No administrator of it calls over HTTP. */
final class OtherCompany implements Company {

    private static final LocalDate HIRED = LocalDate.of(2024, 1, 1);
    private static final String WORKER = "MAINTENANCE_WORKER";

    private final RunningServer server;
    private final Caller owner;
    private final Map<String, Person> people = new TreeMap<>();

    private record Person(String id, String token) {}

    OtherCompany(RunningServer server) {
        this.server = server;
        String tenant = "t" + UUID.randomUUID().toString().substring(0, 8);
        owner = new Caller(tenant, "sf_owner", true, new TreeSet<>(), Optional.empty());
        server.db()
                .sql("insert into tenant (id, created_at) values (:id, now())")
                .param("id", tenant)
                .update();
        LocalTime nine = LocalTime.of(9, 0);
        server.inTransaction(
                () ->
                        server.part(CompanyDesk.class)
                                .create(
                                        owner,
                                        new CompanyDesk.Draft(
                                                "邻家物业",
                                                "SINGLE_COMMUNITY",
                                                nine,
                                                nine.plusHours(9))));
    }

    /** Its administrator, who calls the desks alone. */
    Caller owner() {
        return owner;
    }

    @Override
    public Api as(String post) {
        return server.as(person(post).token());
    }

    @Override
    public String staff(String post) {
        return person(post).id();
    }

    private Person person(String post) {
        if (!people.containsKey(post)) {
            server.inTransaction(() -> people.put(post, hired(post)));
        }
        return people.get(post);
    }

    private Person hired(String key) {
        String post = key.split(":")[0];
        String number = "X" + people.size();
        String id = server.part(StaffDesk.class).create(owner, number, "外人").id();
        if (post.equals(WORKER)) {
            server.part(QualificationDesk.class)
                    .register(
                            owner,
                            id,
                            new QualificationDesk.Draft(
                                    "MAINTENANCE_CERTIFICATE",
                                    "M-1",
                                    LocalDate.of(2020, 1, 1),
                                    Optional.empty()));
        }
        server.part(AssignmentDesk.class).create(owner, id, post, HIRED);
        return new Person(
                id, server.part(TokenDesk.class).create(owner, id, "test").token().text());
    }
}
