package nl.meerwaarde.server.login;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import nl.meerwaarde.server.login.SmartScope.Interaction;

/** Laws of narrowing. */
class SmartScopePropertiesTest {
    @Property
    void whatIsWrittenIsReadAgain(@ForAll("scopes") SmartScope scope) {
        assertThat(SmartScope.parse(scope.toString())).contains(scope);
    }

    @Property
    void nothingIsGrantedThatWasNotAskedOrNotAllowed(
            @ForAll("lists") List<SmartScope> asked, @ForAll("lists") List<SmartScope> allowed) {
        for (SmartScope granted : SmartScope.common(asked, allowed)) {
            assertThat(asked).anyMatch(scope -> scope.covers(granted));
            assertThat(allowed).anyMatch(scope -> scope.covers(granted));
        }
    }

    @Property
    void whatIsAskedAndAllowedIsGranted(
            @ForAll("lists") List<SmartScope> asked, @ForAll("lists") List<SmartScope> allowed) {
        Set<SmartScope> granted = SmartScope.common(asked, allowed);
        for (SmartScope one : asked) {
            for (SmartScope other : allowed) {
                one.meet(other).ifPresent(common -> assertThat(granted).anyMatch(scope -> scope.covers(common)));
            }
        }
    }

    @Property
    void orderDoesNotMatter(@ForAll("scopes") SmartScope one, @ForAll("scopes") SmartScope other) {
        assertThat(one.meet(other)).isEqualTo(other.meet(one));
        assertThat(one.meet(one)).contains(one);
    }

    @Provide
    Arbitrary<List<SmartScope>> lists() {
        return scopes().list().ofMaxSize(4);
    }

    @Provide
    Arbitrary<SmartScope> scopes() {
        return Combinators.combine(
                        Arbitraries.of("patient", "user", "system"),
                        Arbitraries.of("*", "Observation", "Patient"),
                        Arbitraries.of(Interaction.class).set().ofMinSize(1),
                        Arbitraries.of("category=survey", "status=final", "code=a%7Cb")
                                .set()
                                .ofMaxSize(2))
                .as(SmartScope::new);
    }
}
