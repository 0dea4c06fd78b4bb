package rollcall.reports;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MaskTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "redis://default:hunter2@127.0.0.1:6379/1",
        "redis://:hunter2@127.0.0.1:6379",
        "rediss://user:a/hunter2@redis.example:6380",
        "redis://user:p@hunter2@host",
        "https://hunter2@example.org/path",
        "https://ann:hunter2@example.org/path?x=1",
        "GET /socket.io/?EIO=4&token=hunter2&transport=websocket",
        "GET /?access_token=hunter2",
        "wss://host/socket.io/?EIO=4&transport=polling&sid=hunter2",
        "Cookie: sid=hunter2; theme=dark",
        "Set-Cookie: sid=hunter2; Path=/; HttpOnly",
        "{\"headers\":{\"cookie\":\"sid=hunter2; a=b\"}}",
        "Authorization: Bearer hunter2",
        "authorization: token key:hunter2",
        "authorization: 'Basic hunter2'",
        "{\"authorization\":\"hunter2\"}",
        "sent Bearer hunter2hunter2",
        "auth: { token: 'hunter2' }",
        "{\"token\":\"hunter2\",\"user\":\"ann\"}",
        "\"{\\\"token\\\":\\\"hunter2\\\"}\"",
        "REDIS_PASSWORD=hunter2 node server.js",
        "--set redis.password=hunter2",
        "redis-server --requirepass hunter2",
        "password: hunter2",
        "api_key=hunter2",
        "csrf_token=hunter2",
        "jwt eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJodW50ZXIyIn0.hunter2",
      })
  void noSecretIsLeft(String text) {
    String masked = Mask.text(text);

    assertThat(masked).contains("***").doesNotContain("hunter2");
    assertThat(Mask.text(masked)).as("masked twice").isEqualTo(masked);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "All 1,200 messages arrived once at each of 30 receivers.",
        "3x redis-pubsub behind haproxy-cookie: node-1 = 10, node-2 = 10",
        "redis://127.0.0.1:6379/1 refused the connection",
        "see http://127.0.0.1:3000/user/ann@example.org",
        "mail ann@example.org about PASS: \"held\"",
        "\"Session ID unknown\" came for 27 of 40 clients",
        "the token in every message: run, stream, sequence",
      })
  void otherTextStays(String text) {
    assertThat(Mask.text(text)).isEqualTo(text);
  }

  @Test
  void whatItsNameCallsASecretIsHiddenWhole() {
    assertThat(Mask.value("redis.password", "hunter2")).isEqualTo("***");
    assertThat(Mask.value("API_TOKEN", "hunter2")).isEqualTo("***");
    assertThat(Mask.value("sid", "hunter2")).isEqualTo("***");
    assertThat(Mask.value("max-time", "PT20M")).isEqualTo("PT20M");
    assertThat(Mask.value("inside", "3")).isEqualTo("3");
    assertThat(Mask.value("password", "")).isEmpty();
  }

  @Test
  void hostileTextTakesNoTime() {
    for (String bit :
        new String[] {"redis://:", "://", "a:", "cookie:", "token", "eyJa", "sid=\""}) {
      String text = bit.repeat(200_000 / bit.length());
      Assertions.assertTimeout(Duration.ofSeconds(10), () -> Mask.text(text), bit);
    }
  }
}
