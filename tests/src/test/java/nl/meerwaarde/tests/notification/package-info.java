/** What subscribers are told: everything that was committed, in order, as long as it takes, and nothing else. */
@NullMarked
package nl.meerwaarde.tests.notification;

import org.jspecify.annotations.NullMarked;
