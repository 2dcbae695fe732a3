# Chinese full-text search: 设计 finds 設計, and not 建设计划.
. spec/hosts/host.sh
packages sqlite3 libsqlite3-dev
need sqlite3
make -s build >"$work/log.build" 2>&1
cc -O2 -fPIC -shared -std=c11 -Wall -Wextra -Werror -Icsrc \
  -o "$work/jilu_tokenizer.so" spec/hosts/sqlite/tokenizer.c build/libjilu.a -lm
lexicon=$jilu/build/zh.lexicon
[ -f "$lexicon" ] || left_out "build/zh.lexicon is not here: make lexicon"
say version "$(sqlite3 --version | cut -d' ' -f1)"
say lua none
say asked "设计; 共和国; STRASSE AND abc; without a lexicon: 设计"
check got "$(sqlite3 :memory: <<SQL
.load $work/jilu_tokenizer
CREATE VIRTUAL TABLE page USING fts5(body, tokenize = "jilu '$lexicon'");
CREATE VIRTUAL TABLE plain USING fts5(body, tokenize = 'jilu');
INSERT INTO page VALUES ('設計方案由中華人民共和國教育部批准'),
  ('The Straße project, ＡＢＣ公司'), ('建设计划已经完成');
INSERT INTO plain SELECT body FROM page;
SELECT group_concat(rowid, ' ') FROM page('设计');
SELECT highlight(page, 0, '[', ']') FROM page('共和国');
SELECT highlight(page, 0, '[', ']') FROM page('STRASSE AND abc');
SELECT group_concat(rowid, ' ') FROM plain('设计');
INSERT INTO page(page) VALUES ('integrity-check');
SQL
)" "1
設計方案由[中華人民共和國]教育部批准
The [Straße] project, [ＡＢＣ]公司
1 3"
sqlite3 :memory: ".load $work/jilu_tokenizer" \
  "CREATE VIRTUAL TABLE t USING fts5(x, tokenize = \"jilu '/nonexistent'\")" \
  2>/dev/null && { echo "a lexicon that is not there was taken" >&2; exit 1; }
exit 0
