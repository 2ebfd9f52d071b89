package nl.meerwaarde.server.login;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.BindHandler;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.boot.context.properties.bind.handler.NoUnboundElementsBindHandler;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.io.Resource;

/** Who may sign in, and which applications there are. */
final class Directory {
    private final Map<String, Account> accounts;
    private final Map<String, App> apps;

    private Directory(Map<String, Account> accounts, Map<String, App> apps) {
        this.accounts = accounts;
        this.apps = apps;
    }

    /** As the file says it. */
    record Content(
            @DefaultValue List<Account> users, @DefaultValue List<App> clients) {}

    /**
     * Reads the file, which is YAML or JSON.
     *
     * @throws IllegalStateException when something in it cannot be so; the message lists everything
     */
    static Directory read(Resource file) {
        Content content = content(file);
        List<String> complaints = new DirectoryRules(content).complaints();
        if (!complaints.isEmpty()) {
            throw new IllegalStateException("The directory of users and clients, " + file.getDescription()
                    + ", cannot be used: " + String.join("; ", complaints));
        }
        return new Directory(byName(content.users(), Account::name), byName(content.clients(), App::id));
    }

    private static Content content(Resource file) {
        try {
            List<org.springframework.core.env.PropertySource<?>> sources =
                    new ArrayList<>(new YamlPropertySourceLoader().load("directory", file));
            Binder binder = new Binder(sources.stream()
                    .flatMap(source -> Optional.ofNullable(
                            org.springframework.boot.context.properties.source.ConfigurationPropertySource.from(source))
                            .stream())
                    .toList());
            return binder.bindOrCreate(
                    "", Bindable.of(Content.class), new NoUnboundElementsBindHandler(BindHandler.DEFAULT));
        } catch (IOException e) {
            throw new UncheckedIOException("The directory of users and clients cannot be read", e);
        } catch (BindException e) {
            throw new IllegalStateException(
                    "The directory of users and clients, " + file.getDescription() + ", is malformed at " + e.getName()
                            + ": " + Objects.requireNonNullElse(e.getCause(), e).getMessage());
        }
    }

    private static <T> Map<String, T> byName(List<T> all, Function<T, String> name) {
        Map<String, T> named = new TreeMap<>();
        all.forEach(one -> named.put(name.apply(one), one));
        return named;
    }

    Optional<Account> account(String name) {
        return Optional.ofNullable(accounts.get(name));
    }

    List<Account> accounts() {
        return List.copyOf(accounts.values());
    }

    Optional<App> app(String id) {
        return Optional.ofNullable(apps.get(id));
    }

    /** The most that any application may get, once each. */
    List<String> scopes() {
        return Stream.concat(Stream.of("openid"), apps.values().stream().flatMap(app -> app.scopes().stream()))
                .distinct()
                .sorted()
                .toList();
    }

    /** The web origins of applications: scripts from there may fetch tokens. */
    List<String> origins() {
        return apps.values().stream()
                .flatMap(app -> app.redirectUris().stream())
                .map(URI::create)
                .filter(uri -> uri.getHost() != null && uri.getScheme().startsWith("http"))
                .map(uri -> uri.getScheme() + "://" + uri.getRawAuthority())
                .distinct()
                .toList();
    }

    /** As sources of a content security policy: where a form may lead to in the end. */
    List<String> answeredAt() {
        return apps.values().stream()
                .flatMap(app -> app.redirectUris().stream())
                .map(URI::create)
                .map(uri -> uri.getHost() != null && uri.getScheme().startsWith("http")
                        ? uri.getScheme() + "://" + uri.getRawAuthority()
                        : uri.getScheme() + ":")
                .distinct()
                .toList();
    }
}
