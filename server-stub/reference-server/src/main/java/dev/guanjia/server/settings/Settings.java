package dev.guanjia.server.settings;

import java.net.InetAddress;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * What the operator chose. The defaults serve one developer on one machine.
 *
 * @param bind the address to listen on
 * @param port the port to listen on; 0 takes a free one
 * @param token the administrator's token, if one was given
 * @param databaseUrl an external PostgreSQL as a JDBC URL; absent means the embedded one
 * @param dataFolder where the embedded PostgreSQL keeps its data
 * @param receiptFont the Chinese font of papers, if one was chosen
 */
public record Settings(
        InetAddress bind,
        int port,
        Optional<String> token,
        Optional<String> databaseUrl,
        Path dataFolder,
        Optional<Path> receiptFont) {

    /**
     * Reads the environment.
     *
     * @param environment names and values
     * @return the settings
     * @throws StartRefused naming every fault at once
     */
    public static Settings from(Map<String, String> environment) {
        return new SettingsReader(environment).read();
    }

    /**
     * The same settings on another folder, as a demonstration needs them.
     *
     * @param folder where the data go
     * @return the changed settings
     */
    public Settings withDataFolder(Path folder) {
        return new Settings(bind, port, token, databaseUrl, folder, receiptFont);
    }

    /**
     * The same settings on another port.
     *
     * @param other the port; 0 takes a free one
     * @return the changed settings
     */
    public Settings withPort(int other) {
        return new Settings(bind, other, token, databaseUrl, dataFolder, receiptFont);
    }

    /** Says nothing of the token or the database: settings end up in logs. */
    @Override
    public String toString() {
        return bind.getHostAddress() + ":" + port + ", data in " + dataFolder;
    }
}
