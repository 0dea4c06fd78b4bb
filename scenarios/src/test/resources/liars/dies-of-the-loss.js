'use strict';

// This node ends as soon as it has lost Redis.
const write = process.stdout.write.bind(process.stdout);
process.stdout.write = (text, ...rest) => {
  if (String(text).includes('redis-lost')) {
    process.exit(3);
  }
  return write(text, ...rest);
};
