package dev.guanjia.server;

import java.util.Map;
import java.util.TreeMap;

/** The company of the shared server, with people of its own for tests of two companies. */
final class OurCompany implements Company {

    private final RunningServer server;
    private final Map<String, Reply> people = new TreeMap<>();

    OurCompany(RunningServer server) {
        this.server = server.withCompany();
    }

    @Override
    public Api as(String post) {
        return post.equals("ADMINISTRATOR")
                ? server.asAdministrator()
                : server.as(hired(post).text("/token"));
    }

    @Override
    public String staff(String post) {
        return hired(post).text("/staff_id");
    }

    private Reply hired(String post) {
        return people.computeIfAbsent(post, key -> server.newcomer(key.split(":")[0]));
    }
}
