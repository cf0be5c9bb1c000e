package nl.ontwikkelagenda.app.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordRulesTest {

	private static final List<String> ANNA = List.of("anna.v", "Anna Voorbeeld", "anna@school.example.org");

	@ParameterizedTest
	@ValueSource(strings = {"vier losse paarden dansen", "drie keer drie is negen", "ééndagsvlieg ü ß", "🐎🐎🐎🐎 paarden op de hei", "            spaties ook",
			"anna fietst graag langs de dijk"})
	void a_long_password_of_whatever_characters_is_good(String password) {
		assertThat(PasswordRules.fault(password, ANNA)).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = {"", "elf tekens.", "123456789012", "passwordpassword", "Password123!!!", "1qaz2wsx3edc", "abababababab", "qwertyuiop2024", "iloveyou!!!!!"})
	void one_that_is_short_or_tried_first_is_refused(String password) {
		assertThat(PasswordRules.fault(password, ANNA)).isPresent();
	}

	@ParameterizedTest
	@ValueSource(strings = {"AnnaVoorbeeld", "anna-voorbeeld-1", "Ontwikkelagenda", "voorbeeldschool", "Samenwerking2025"})
	void one_that_is_little_more_than_a_name_is_refused(String password) {
		assertThat(PasswordRules.fault(password, ANNA)).isPresent();
	}

	@ParameterizedTest
	@ValueSource(ints = {64, 200})
	void it_may_be_long(int length) {
		assertThat(PasswordRules.fault("een lange zin van veel woorden ".repeat(10).substring(0, length), ANNA)).isEmpty();
	}
}
