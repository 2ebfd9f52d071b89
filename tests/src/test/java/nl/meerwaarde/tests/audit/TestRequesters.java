package nl.meerwaarde.tests.audit;

import ca.uhn.fhir.rest.server.servlet.ServletRequestDetails;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import nl.meerwaarde.requester.Requester;
import nl.meerwaarde.requester.RequesterSource;
import nl.meerwaarde.requester.Role;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** A host that believes what a header says: {@code role person organization}. */
@Configuration(proxyBeanMethods = false)
class TestRequesters {
    static final String HEADER = "X-Test-Requester";

    @Bean
    RequesterSource requesters() {
        return request -> request instanceof ServletRequestDetails
                ? Optional.ofNullable(request.getHeader(HEADER)).map(TestRequesters::requester)
                : Optional.empty();
    }

    private static Requester requester(String header) {
        String[] words = header.split(" ");
        return new Requester(
                "https://login.example.org",
                "subject-of-" + words[1],
                "portal",
                Set.of(Role.of(words[0]).orElseThrow()),
                List.of(words[0].equals(Role.EHR.code()) ? "system/*.cruds" : "user/*.rs"),
                Optional.of(words[1]),
                Optional.empty(),
                words.length > 2 ? Optional.of(words[2]) : Optional.empty());
    }
}
