package dev.guanjia.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.module.Configuration;
import java.lang.module.ModuleFinder;
import java.lang.reflect.Method;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** The client as a named module: what the class path forgives is seen here. */
class ModuleTest {
    private static final String NAME = "dev.guanjia.client";

    @Test
    void theModuleResolvesAndJacksonReachesItsModels() throws ReflectiveOperationException {
        Class<?> guanjia = layer().findLoader(NAME).loadClass(NAME + ".Guanjia");
        Object builder =
                guanjia.getMethod("builder", String.class).invoke(null, "http://localhost");
        Supplier<String> token = () -> "t";
        Method withToken = builder.getClass().getMethod("token", Supplier.class);
        Object client =
                builder.getClass().getMethod("build").invoke(withToken.invoke(builder, token));
        Object mapper = guanjia.getMethod("json").invoke(client);
        Class<?> staff = guanjia.getClassLoader().loadClass(NAME + ".model.Staff");

        Object read =
                mapper.getClass()
                        .getMethod("readValue", String.class, Class.class)
                        .invoke(mapper, TestServer.STAFF, staff);

        assertThat(guanjia.getModule().isNamed()).isTrue();
        assertThat(staff.getMethod("getId").invoke(read)).isEqualTo("sf_00000001");
        assertThat(guanjia.getMethod("version").invoke(null)).isEqualTo(Guanjia.version());
    }

    @Test
    void onlyTheFrontTheModelsAndTheOperationsAreExported() {
        assertThat(layer().findModule(NAME).orElseThrow().getDescriptor().exports())
                .extracting(exports -> exports.source())
                .containsExactlyInAnyOrder(
                        NAME, NAME + ".generated", NAME + ".generated.api", NAME + ".model");
    }

    private static ModuleLayer layer() {
        Configuration resolved =
                ModuleLayer.boot()
                        .configuration()
                        .resolve(ModuleFinder.of(path()), ModuleFinder.of(), Set.of(NAME));
        return ModuleLayer.defineModulesWithOneLoader(
                        resolved, List.of(ModuleLayer.boot()), ClassLoader.getPlatformClassLoader())
                .layer();
    }

    /** This module and what it needs, out of the class path. */
    private static Path[] path() {
        String classPath = System.getProperty("java.class.path");
        Path own;
        try {
            own =
                    Path.of(
                            Guanjia.class
                                    .getProtectionDomain()
                                    .getCodeSource()
                                    .getLocation()
                                    .toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
        List<Path> needed =
                Arrays.stream(classPath.split(java.io.File.pathSeparator))
                        .map(Path::of)
                        .filter(
                                jar ->
                                        jar.toString()
                                                .matches(".*(jackson|jakarta.annot|jspecify).*"))
                        .toList();
        List<Path> all = new java.util.ArrayList<>(needed);
        all.add(own);
        return all.toArray(Path[]::new);
    }
}
