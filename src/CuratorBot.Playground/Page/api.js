async function answerOf(response) {
  if (response.ok) return response.status === 204 ? {} : response.json();
  throw new Error((await response.text()) || `Ошибка ${response.status}`);
}

export const get = async (url) => answerOf(await fetch(url));

/** One act of a person: a plain object goes as JSON, a FormData with files. */
export async function act(userId, name, what = {}) {
  const isForm = what instanceof FormData;
  return answerOf(
    await fetch(`/playground/people/${userId}/${name}`, {
      method: "POST",
      headers: isForm ? {} : { "Content-Type": "application/json" },
      body: isForm ? what : JSON.stringify(what),
    }),
  );
}
