// Tags a text with wink-nlp. With “time” as second argument, the processor seconds and the number of tokens of each of some runs;
// with “tags”, one line a token: where it starts, where it ends, its universal part of speech.
const fs = require('fs');
const winkNLP = require('wink-nlp');
const model = require('wink-eng-lite-web-model');

const [, , path, what, rounds] = process.argv;
const nlp = winkNLP(model, ['sbd', 'pos']);
const its = nlp.its;
const text = fs.readFileSync(path, 'utf8');

if (what === 'time') {
  const paragraphs = text.split('\n').filter(line => line.length > 0);
  for (let round = 0; round < Number(rounds); round++) {
    const before = process.cpuUsage();
    let tokens = 0;
    for (const paragraph of paragraphs) tokens += nlp.readDoc(paragraph).tokens().out(its.pos).length;
    const used = process.cpuUsage(before);
    console.log(`${tokens} ${(used.user + used.system) / 1e6}`);
  }
} else {
  const lines = [];
  let start = 0;
  for (const line of text.split('\n')) {
    if (line.length > 0) {
      const tokens = nlp.readDoc(line).tokens();
      const [values, spaces, tags] = [tokens.out(), tokens.out(its.precedingSpaces), tokens.out(its.pos)];
      let at = start;
      values.forEach((value, i) => {
        at += spaces[i].length;
        lines.push(`${at} ${at + value.length} ${tags[i]}`);
        at += value.length;
      });
    }
    start += line.length + 1;
  }
  console.log(lines.join('\n'));
}
