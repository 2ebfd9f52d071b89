package nl.meerwaarde.audit;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.meerwaarde.fhir.Sentence;

/**
 * What happened, for whom it is about: when, who, what, of which kind, and whether it was allowed.
 *
 * @param language {@code nl} or {@code en}
 * @param zone whose clock tells when
 */
record AccessSentence(String language, ZoneId zone) {
    private static final String UNKNOWN_KIND = "kind.other";

    /** @param names what somebody is called by a reference; empty when that is not known */
    String of(AuditEntry entry, Function<String, String> names) {
        String when = DateTimeFormatter.ofLocalizedDateTime(FormatStyle.LONG, FormatStyle.SHORT)
                .withLocale(Locale.forLanguageTag(language))
                .format(entry.recorded().atZone(zone));
        String happened = said(
                "access." + (entry.succeeded() ? "done" : "refused"),
                when,
                who(entry.agent(), names),
                said("did." + entry.target().interaction().code()),
                kind(entry.target()));
        return entry.reason().isEmpty() ? happened : happened + " " + said("emergency", entry.reason());
    }

    private String who(Agent agent, Function<String, String> names) {
        String named = names.apply(agent.person());
        String somebody = Stream.of(named, agent.person(), agent.subject(), said("nobody"))
                .filter(name -> !name.isEmpty())
                .findFirst()
                .orElseThrow();
        String roles = Stream.of(agent.roles().split(" "))
                .filter(role -> !role.isEmpty())
                .map(role -> said("role." + role))
                .collect(Collectors.joining(", "));
        String organization = agent.organization().isEmpty()
                ? ""
                : said(
                        "behalf",
                        Stream.of(names.apply(agent.organization()), agent.organization())
                                .filter(name -> !name.isEmpty())
                                .findFirst()
                                .orElseThrow());
        String client = agent.client().isEmpty() ? "" : said("with", agent.client());
        return somebody + (roles.isEmpty() ? "" : " (" + roles + ")") + organization + client;
    }

    private String kind(Target target) {
        if (!target.operation().isEmpty()) {
            return said("kind.operation", target.operation());
        }
        if (target.type().isEmpty()) {
            return said(UNKNOWN_KIND);
        }
        try {
            return said("kind." + target.type());
        } catch (MissingResourceException e) {
            return said("kind.unnamed", target.type());
        }
    }

    private String said(String key, Object... arguments) {
        return Sentence.beside(AccessSentence.class, key, arguments).in(language);
    }
}
